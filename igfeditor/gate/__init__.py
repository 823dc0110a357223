"""The gate: every foreign file is looked at by a child process before any library of this one sees it.

entrance     admit(): starts the child, waits, says in one sentence what is wrong
__main__     the child process: bounds on memory, time and files, then the inspection
inspection   what a file is, by its bytes, and the rules of its kind
zips         entries of a package, read with a limit that trusts no header
markup       XML and HTML: no DTD, no entities, bounded depth, elements and texts
office       rules of Word and Excel packages: macros, relationships, sheets, paragraphs
faults       all that can be wrong, with its sentence
limits       the numbers
"""
