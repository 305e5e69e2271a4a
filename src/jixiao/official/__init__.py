"""The official forms: each ruleset's 目标表, 监控表 and 自评表 as a workbook, out and back.

`verbs` writes and reads them; `skeleton` is a form without figures, `filling` puts them in, `grid`
lays it out, `marks` are its ids, `returned` finds what a person changed.
"""
