"""igfeditor: the editor of bilingual meeting agendas.

The map of the house; a floor uses any floor below it, and the contracts in `pyproject.toml` hold it to that.

    __main__.py    the command line or the window; the window is imported only when needed
    cli/           Typer commands and rich output; nothing but front door
    gui/           the window: bridge (session <-> signals), actions (one table), tree, panes, panels, dialogs, theme
    services/      operations: what every front door can do (open, save, export, show); session: the open project
    exporters/     registry, then one module a format: word (with ooxml), excel, pages (PDF), html, calendar, text,
                   markdown, terminal
    storage/       project_file, migrations; saving (with mutex), backups, journal, lock, outside
    checks/        registry (@check), proof (the run of all checks), values; then one module a family
    document/      blocks (finished text, no rules), layout (what to print), compose (agenda -> document)
    translation/   merge: three versions of one agenda become one
    model/         agenda (frozen pydantic), edits and rows (deeds), timing and retiming, changes, search
    language/      bidi, wording, markup, cleaning: all that is known of the two languages
    gate/          entrance: every foreign file is looked at by a child process before any library sees it
    files.py       where resources are; the one safe replace
    errors.py      the whole error tree, and the sentences that errors hold
"""

__version__ = "0.1.0"
