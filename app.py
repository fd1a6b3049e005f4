"""The ASGI application: the navigation script behind the middleware. Start it with `streamlit run app.py`."""

import streamlit as st

from pages import _server, _shell

app = st.App("pages/_navigation.py", middleware=_server.MIDDLEWARE, on_script_error=_shell.explain)
