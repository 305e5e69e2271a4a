"""Rule files (`.jx`) and rulesets: text to frozen objects and back."""
