// The page starts everything: it makes the module, then calls cf_start (platform/web/exports.cpp)
// with what it knows. There is nothing to do before that.
int main() { return 0; }
