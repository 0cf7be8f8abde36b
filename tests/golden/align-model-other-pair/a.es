Llueve.
En 2020 llegaron 1500 personas.
