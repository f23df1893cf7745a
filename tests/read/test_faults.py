from pipeline.read.faults import UnreadableError


def test_a_fault_carries_its_reason_and_what_was_found():
    fault = UnreadableError("binary", "no text: 12 control characters")
    assert fault.reason == "binary"
    assert str(fault) == "no text: 12 control characters"
