// SDL looks functions of GL up by name; the linker's own answer would keep every function of GL alive.
// SDL itself asks for one name only, and the app calls GL directly.
#include <GLES3/gl3.h>
#include <string.h>

void* eglGetProcAddress(const char* name) { return strcmp(name, "glGetString") == 0 ? (void*)glGetString : (void*)0; }
