from django.shortcuts import redirect, render

from notes.models import Note


def notes(request):
    if request.method == "POST" and request.POST.get("text"):
        Note.objects.create(text=request.POST["text"][:500])
        return redirect("notes")
    return render(request, "notes/notes.html", {"notes": Note.objects.order_by("-written")[:50]})
