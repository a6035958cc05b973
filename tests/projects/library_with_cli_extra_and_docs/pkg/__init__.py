from pkg.a import A
