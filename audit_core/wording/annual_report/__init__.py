"""What a Jahresbericht says in German sentences, section by section."""
