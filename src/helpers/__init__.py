"""County newspaper notebooks: from raw issues to tables, charts and a report.

The stages, in the order of the data: `reading`, `parsing`, `language`, `extraction`, `corpus`,
`statistics`, `charts`, `export`. A stage imports only those before it.
"""
