"""Fuzzing: bytes into every door of the program, which may only end well or with an error that tells a clerk
what is wrong, in bounded time and memory.

    door.py       what a door is               doors/       a target for each
    words.py      what is put into texts       mutation.py, packages.py: how a text, a zip of XML is changed
    running.py    one execution: what is an end, what is kept, how small it can be made
    session.py, children.py: a run at one door, in a process of its own
    guided.py     driven by coverage (atheris) blind.py    driven by chance, everywhere
    seeds/DOOR/   texts to start from          found/DOOR/  what once broke the door
"""
