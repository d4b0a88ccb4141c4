# Where ./dev keeps what it fetched and built: outside the repository, shared by every clone.
if(DEFINED ENV{XDG_CACHE_HOME})
  set(CROSSFEED_CACHE "$ENV{XDG_CACHE_HOME}/crossfeed")
else()
  set(CROSSFEED_CACHE "$ENV{HOME}/.cache/crossfeed")
endif()
