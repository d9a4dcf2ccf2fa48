"""Who is who inside one article: mentions gathered into entities.

Names that may be one (`wording`) join in one entity (`gathering`), roles next to them are
tied to it (`apposition`); what follows asks the `table`.
"""
