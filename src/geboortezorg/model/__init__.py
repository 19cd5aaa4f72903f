"""The models: one module per noun of the field. Wrong documents can be represented too."""
