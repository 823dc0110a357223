"""Long runs that break things on purpose, one row of the table of figures after the other; the suite runs them in small.

counting     how many cases, and what was bad of them
killing      programs killed while they save, and while somebody types
crashes      what a crash leaves of a save and of a journal, at every moment
failing      every call of the file system fails in every way
full_disk    a disk that is full at every size
at_once      four processes save one file
damage       a journal cut at every byte and flipped at every bit
bending      files changed by chance
fuzz         the changed files are read
bombs        the corpus of hostile files
"""
