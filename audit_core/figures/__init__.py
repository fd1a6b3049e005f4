"""Tables dressed in Plotly: pure functions from frozen values to figures."""
