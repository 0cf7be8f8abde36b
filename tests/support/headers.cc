// Holds the precompiled headers of all tests, see calque_test(); there is nothing to compile.
