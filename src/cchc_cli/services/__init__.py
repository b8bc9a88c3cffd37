"""One function a use case: plan, day and choices in, a result out. No input or output."""
