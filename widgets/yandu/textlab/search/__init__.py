"""Finding what a learner asks for, with what stands around it."""
