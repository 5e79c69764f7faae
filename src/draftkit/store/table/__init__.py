"""Tables of offices: the cells of workbooks (.xlsx) and CSV."""
