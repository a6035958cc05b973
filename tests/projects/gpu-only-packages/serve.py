from vllm import LLM

engine = LLM("facebook/opt-125m")
print(engine.generate("Hello"))
