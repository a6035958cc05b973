from pkg import A

A()
