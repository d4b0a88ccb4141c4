// Loaded before everything else of Debian's node, which opens parts of itself under a fixed folder: looks for them under
// NODE_ROOT instead. Compiled without a C library's headers, since a small machine has none.
extern int openat(int folder, const char* path, int flags, ...);

enum { current_folder = -100, longest_path = 4096 };

static int open_moved(const char* path, int flags, unsigned mode) {
  static const char fixed[] = "/usr/share/nodejs/";
  static const char root[] = NODE_ROOT;
  unsigned i = 0;
  while (fixed[i] != 0 && path[i] == fixed[i]) ++i;
  if (fixed[i] != 0) return openat(current_folder, path, flags, mode);

  char moved[longest_path];
  unsigned n = 0;
  for (i = 0; root[i] != 0; ++i) moved[n++] = root[i];
  for (i = 0; path[i] != 0 && n < longest_path - 1; ++i) moved[n++] = path[i];
  moved[n] = 0;
  return openat(current_folder, moved, flags, mode);
}

int open(const char* path, int flags, unsigned mode) { return open_moved(path, flags, mode); }
int open64(const char* path, int flags, unsigned mode) { return open_moved(path, flags, mode); }
