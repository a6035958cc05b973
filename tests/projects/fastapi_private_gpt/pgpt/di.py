global_injector = object()
