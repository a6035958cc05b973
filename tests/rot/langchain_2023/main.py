from fastapi import FastAPI
from langchain.chains import LLMChain
from langchain.llms.fake import FakeListLLM
from langchain.prompts import PromptTemplate

app = FastAPI(title="Oracle")

llm = FakeListLLM(responses=["42"] * 1000)
prompt = PromptTemplate(input_variables=["question"], template="Answer briefly: {question}")
chain = LLMChain(llm=llm, prompt=prompt)


@app.get("/ask")
def ask(question: str):
    return {"answer": chain.run(question)}
