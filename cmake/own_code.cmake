# The rules for code of this repository: all warnings are errors, no exceptions, no RTTI. The libraries are not held to them.
string(REPLACE " " ";" crossfeed_optimise "${CROSSFEED_OPTIMISE}")

set(crossfeed_warnings -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 19)
  # A field left out of a designated initialiser has its default: that is what the form is for, and older compilers agree.
  list(APPEND crossfeed_warnings -Wno-missing-designated-field-initializers)
endif()

# own_code(TARGET [EXCEPTIONS]): EXCEPTIONS for test programs, whose framework throws.
function(own_code target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS" "" "")
  target_compile_options(${target} PRIVATE
    ${crossfeed_warnings} ${crossfeed_optimise}
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -ffile-prefix-map=${CMAKE_BINARY_DIR}/=)
  target_link_options(${target} PRIVATE ${crossfeed_optimise})
  # No RTTI anywhere: a program that has it and a library that has it not disagree about their classes.
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  if(NOT arg_EXCEPTIONS)
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
  endif()
  if(CROSSFEED_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${CROSSFEED_SANITIZE} -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${CROSSFEED_SANITIZE})
  endif()
endfunction()
