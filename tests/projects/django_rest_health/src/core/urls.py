from django.urls import path
from django.http import JsonResponse

urlpatterns = [
    path('health/', lambda r: JsonResponse({'ok': True})),
]
