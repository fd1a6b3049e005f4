"""Workshop: slides for the projector, what is decided in the room, and the draft of the next agreement."""

from pages import _address, _stage, _workshop_start, _workshop_state

_workshop_state.begin_run()
if _workshop_state.is_on_stage(_address.WORKSHOP):
    _stage.show()
else:
    _workshop_start.show()
