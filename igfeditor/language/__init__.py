"""All that is known of the two languages, as functions of strings.

`bidi` resolves direction, `marks` puts the direction marks into finished text, `visual_order` finds and turns
text that was stored as it looks; `wording` has the printed words, digits and dates, `messages` what the program
says to its user, `markup` the inline markup, and `cleaning` makes pasted text clean. Nothing here knows agendas.
"""
