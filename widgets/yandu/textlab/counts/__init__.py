"""Questions of frequency, keyness, collocation, dispersion and reuse."""
