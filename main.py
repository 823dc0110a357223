from igfeditor.__main__ import main

main()
