#include "sources/html_text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"
#include "sources/html_wall.h"

namespace {

using model::BlockKind;
using model::RichText;
using model::SpanKind;

// "¶P text" a block, spans in {kind:text>target#label}: enough to see everything at one glance.
std::string shown(const RichText& rich) {
  static constexpr const char* kBlocks[] = {"P", "H", "Q", "C", "L"};
  static constexpr const char* kSpans[] = {"", "link", "mention", "tag", "emoji"};
  std::string out;
  std::size_t span = 0;
  for (const model::Block& block : rich.blocks) {
    if (!out.empty()) out += " ";
    out += "¶";
    out += kBlocks[static_cast<int>(block.kind)];
    if (block.indent > 0) out += std::to_string(block.indent);
    if (block.ordinal > 0) out += "." + std::to_string(block.ordinal);
    out += " ";
    std::size_t at = block.begin;
    while (span < rich.spans.size() && rich.spans[span].begin < block.end) {
      const model::Span& s = rich.spans[span++];
      out += rich.text.substr(at, s.begin - at) + "{" + kSpans[static_cast<int>(s.kind)];
      if (s.emphasis.strong) out += "*";
      if (s.emphasis.italic) out += "/";
      if (s.emphasis.code) out += "`";
      if (s.emphasis.strike) out += "~";
      out += ":" + rich.text.substr(s.begin, s.end - s.begin);
      if (!s.target.empty()) out += ">" + s.target;
      if (!s.label.empty()) out += "#" + s.label;
      out += "}";
      at = s.end;
    }
    out += rich.text.substr(at, block.end - at);
  }
  std::string visible;
  for (std::size_t at = 0; at < out.size();) {
    const base::Decoded decoded = base::decode_utf8(out, at);
    visible += decoded.code == 0x2028 ? std::string("⏎") : out.substr(at, decoded.bytes);
    at += decoded.bytes;
  }
  return visible;
}

std::string html(std::string_view markup) { return shown(sources::parse_html(markup)); }

void check_sound(const RichText& rich) {
  CHECK(base::is_valid_utf8(rich.text));
  std::size_t at = 0;
  for (const model::Block& block : rich.blocks) {
    CHECK(block.begin == at);
    CHECK(block.end > block.begin);
    at = block.end + 1;
  }
  CHECK((rich.blocks.empty() ? rich.text.empty() : rich.blocks.back().end == rich.text.size()));
}

}  // namespace

TEST_CASE("html: paragraphs, breaks and white space") {
  CHECK(html("<p>Hello</p><p>World</p>") == "¶P Hello ¶P World");
  CHECK(html("  a \n\t b  ") == "¶P a b");
  CHECK(html("<p>a<br>b<br/>c</p>") == "¶P a⏎b⏎c");
  CHECK(html("<p>a <br> b</p>") == "¶P a⏎b");
  CHECK(html("<p>a<br></p><p></p><p> </p><br><p>b</p>") == "¶P a ¶P b");
  CHECK(html("a<br><br>b<br>c") == "¶P a ¶P b⏎c");  // snac2
  CHECK(html("<div>a</div>b<section>c</section>") == "¶P a ¶P b ¶P c");
  CHECK(html("a&nbsp;&amp; b &lt;p&gt; &#x732B; &hearts;") == "¶P a\u00A0& b <p> 猫 ♥");
  CHECK(html("<p>a<p>b") == "¶P a ¶P b");
  CHECK(html("") == "");
  CHECK(html("1 < 2 and <3") == "¶P 1 < 2 and <3");
  CHECK(html("a\u2028b\u0007c") == "¶P a b\uFFFDc");
}

TEST_CASE("html: emphasis and headings") {
  CHECK(html("a <strong>b <em>c</em></strong> d") == "¶P a {*:b }{*/:c} d");
  CHECK(html("<b>a</b> <i>b</i> <del>c</del> <s>d</s> <code>e</code>") ==
        "¶P {*:a} {/:b} {~:c} {~:d} {`:e}");
  CHECK(html("<b>a<p>b</b>c") == "¶P {*:a} ¶P {*:b}c");
  CHECK(html("<h1>Title</h1><p>text</p><h6>x</h6>") == "¶H Title ¶P text ¶H x");
  CHECK(html("<p><strong>Title</strong></p><p>t</p>") == "¶P {*:Title} ¶P t");
}

TEST_CASE("html: lists, quotes, code") {
  CHECK(html("<ul><li>a</li><li>b</li></ul>c") == "¶L1 a ¶L1 b ¶P c");
  CHECK(html("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>") == "¶L1.1 a ¶L2 b ¶L1.2 c");
  CHECK(html("<ol start=5><li><p>a</p><p>b</p></li><li>c</ol>") == "¶L1.5 a ¶P1 b ¶L1.6 c");
  CHECK(html("<ul>\n<li>\n<div><p>a</p></div></li></ul>") == "¶L1 a");
  CHECK(html("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>") == "¶Q1 a ¶Q1 b ¶P c");
  CHECK(html("<blockquote>a<blockquote>b</blockquote>c</blockquote>d") == "¶Q1 a ¶Q2 b ¶Q1 c ¶P d");
  CHECK(html("<pre><code>if (a)\n    b();\n\nc\n</code></pre>d") == "¶C if (a)⏎    b();⏎⏎c ¶P d");
  CHECK(html("<li>alone</li>after") == "¶L alone ¶P after");
  CHECK(html("<ol start=-3><li>a</ol>") == "¶L1 a");
  std::string deep;
  for (int i = 0; i < 20; ++i) deep += "<blockquote>";
  CHECK(html(deep + "x") == "¶Q8 x");
}

TEST_CASE("html: Mastodon's links, mentions and tags") {
  CHECK(
      html(
          R"(<p><span class="h-card" translate="no"><a href="https://a.social/@eve" class="u-url mention">@<span>eve</span></a></span> hi</p>)") ==
      "¶P {mention:@eve>https://a.social/@eve#eve} hi");
  CHECK(
      html(
          R"(<a href="https://a.social/tags/cats" class="mention hashtag" rel="tag">#<span>cats</span></a>)") ==
      "¶P {tag:#cats>https://a.social/tags/cats#cats}");
  CHECK(
      html(
          R"(<a href="https://example.com/a/long/path" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://</span><span class="ellipsis">example.com/a/long</span><span class="invisible">/path</span></a>)") ==
      "¶P {link:example.com/a/long…>https://example.com/a/long/path}");
  CHECK(
      shown(sources::parse_html(R"(<a href="https://b.social/@bob" class="u-url mention">@bob</a>)",
                                {}, {{"https://b.social/@bob", "bob@b.social"}})) ==
      "¶P {mention:@bob>https://b.social/@bob#bob@b.social}");
}

TEST_CASE("html: other servers' markup") {
  // snac2
  CHECK(
      html(
          R"(Hello <a href="http://localhost:8001?t=pets" class="mention hashtag" rel="tag">#pets</a><br><br>bye)") ==
      "¶P Hello {tag:#pets>http://localhost:8001?t=pets#pets} ¶P bye");
  // Pleroma and Akkoma
  CHECK(
      html(
          R"(<span class="h-card"><a class="u-url mention" data-user="9x" href="https://p.example/users/lain" rel="ugc">@<span>lain</span></a></span> <a class="hashtag" data-tag="moe" href="https://p.example/tag/moe" rel="tag ugc">#moe</a>)") ==
      "¶P {mention:@lain>https://p.example/users/lain#lain} "
      "{tag:#moe>https://p.example/tag/moe#moe}");
  // Pixelfed
  CHECK(
      html(
          R"(<a href="https://pixelfed.social/discover/tags/sky?src=hash" title="#sky" class="u-url hashtag" rel="external nofollow noopener">#sky</a>)") ==
      "¶P {tag:#sky>https://pixelfed.social/discover/tags/sky?src=hash#sky}");
  // Misskey through Mastodon
  CHECK(
      html(
          R"(<p><a href="https://misskey.io/tags/%E7%8C%AB" rel="tag">#猫</a><span> かわいい<br>ね</span></p>)") ==
      "¶P {tag:#猫>https://misskey.io/tags/%E7%8C%AB#猫} かわいい⏎ね");
  // GoToSocial, markdown
  CHECK(html("<p>Look:</p>\n<pre><code "
             "class=\"language-go\">fmt.Println(1)\n</code></pre>\n<p>ok</p>\n") ==
        "¶P Look: ¶C fmt.Println(1) ¶P ok");
  // Friendica
  CHECK(html(R"(<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>)") ==
        "¶P a b ¶P c");
  CHECK(html(R"(x <img class="emoji" alt=":blob:" src="https://x/y.png"> y)") == "¶P x :blob: y");
}

TEST_CASE("html: custom emoji") {
  const std::vector<sources::CustomEmoji> emojis = {{"cat", "https://x/cat.png"},
                                                    {"a_b", "https://x/ab.png"}};
  CHECK(shown(sources::parse_html("<p>:cat: hi :cat::a_b: :dog: 10:30:cat:</p>", emojis)) ==
        "¶P {emoji::cat:>https://x/cat.png} hi "
        "{emoji::cat:>https://x/cat.png}{emoji::a_b:>https://x/ab.png} :dog: "
        "10:30{emoji::cat:>https://x/cat.png}");
  CHECK(shown(sources::parse_html("<code>:cat:</code>", emojis)) == "¶P {`::cat:}");
  CHECK(shown(sources::parse_plain("  Eve :cat:\n", emojis)) ==
        "¶P Eve {emoji::cat:>https://x/cat.png}");
  CHECK(shown(sources::parse_plain("<b>Eve</b> & co", {})) == "¶P <b>Eve</b> & co");
}

TEST_CASE("html: nothing executes, only text comes out") {
  CHECK(html("<script>alert(1)</script>a<style>p{}</style>b") == "¶P ab");
  CHECK(html("<script>alert(1)") == "");
  CHECK(html("<SCRIPT SRC=x></SCRIPT >a") == "¶P a");
  CHECK(html("<a href=\"javascript:alert(1)\">x</a>") == "¶P x");
  CHECK(html("<a href=\" https://ok.example/ \">x</a>") == "¶P {link:x>https://ok.example/}");
  CHECK(html("<a href=\"java\nscript:alert(1)\">x</a>") == "¶P x");
  CHECK(html("<a href=\"data:text/html,x\">x</a><a href='//x.y'>z</a>") == "¶P xz");
  CHECK(html("<img src=x onerror=alert(1)>") == "");
  CHECK(html("<svg onload=alert(1)><script>x</script></svg>a") == "¶P a");
  CHECK(html("<math><mtext><b>x</b></mtext></math>a") == "¶P a");
  CHECK(html("<iframe src=\"https://x\">inner</iframe>a") == "¶P a");
  CHECK(html("<head><title>t</title></head><body onload=x>b</body>") == "¶P b");
  CHECK(html("<!-- <p>hidden --> a <!doctype html> b <?xml x?> c") == "¶P a b c");
  CHECK(html("<p title=\"<script>alert(1)</script>\">a</p>") == "¶P a");
  CHECK(html("<p <b>a") == "¶P a");
  CHECK(html("a<p") == "¶P a");
  CHECK(html("&lt;script&gt;alert(1)&lt;/script&gt;") == "¶P <script>alert(1)</script>");
  CHECK(html("<a href=\"https://x.y/&quot;&gt;&lt;script&gt;\">z</a>") == "¶P z");
  CHECK(html("<form action=x><input value=a>b</form><textarea>c</textarea>") == "¶P b");
  CHECK(html("<unknown-thing a=b>kept</unknown-thing>") == "¶P kept");
}

TEST_CASE("html: hostile markup stays bounded") {
  const auto repeated = [](std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const std::string cases[] = {
      repeated("<div>", 100'000) + "x",
      repeated("<blockquote>", 40'000) + "x",
      repeated("<b>", 20'000) + repeated("<p>y", 20'000),
      repeated("<ul><li>", 20'000) + "x",
      repeated("<a href=https://x.y>", 20'000) + "x",
      "<p " + repeated("a b c ", 80'000) + ">x",
      repeated("<svg>", 100'000),
      repeated("</svg>", 80'000),
      repeated("<b><div>", 30'000) + repeated("</b>", 30'000),
      repeated(":a", 200'000),
      repeated("<!--", 100'000),
      repeated("&amp", 100'000),
      repeated("<br>", 100'000) + "x",
      repeated("x<b>y</b>", 20'000),
      repeated("<span class=\"invisible\">", 5'000) + "x",
      "<" + repeated("a", 500'000),
      repeated("<i><div></i></div>", 20'000) + "x",
  };
  for (const std::string& markup : cases) {
    CAPTURE(markup.substr(0, 40));
    const RichText rich = sources::parse_html(markup, {{"a", "https://x"}});
    check_sound(rich);
    CHECK(rich.spans.size() <= sources::kTextSpans);
  }
  CHECK(sources::parse_html(std::string(2u << 20, 'x')).text.size() == sources::kHtmlBytes);
}

TEST_CASE("html: character references") {
  CHECK(html("&hellip;&mdash;&eacute;&Eacute;&thetasym;&apos;&quot;") == "¶P …—éÉϑ'\"");
  CHECK(html("&#128512;&#x1F600;&#X1f600;&#65 &#150;") == "¶P 😀😀😀A –");
  CHECK(html("&#0;&#xD800;&#x110000;&#99999999999999;") == "¶P \uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(html("AT&T &unknown; & &; &# &#; &#x; &amp &copy 1") ==
        "¶P AT&T &unknown; & &; &# &#; &#x; & © 1");
  CHECK(html("&amp;lt;b&amp;gt; &lt;b&gt;x&lt;/b&gt;") == "¶P &lt;b&gt; <b>x</b>");
  CHECK(html("a&nbsp;b&iexcl;&yuml;") == "¶P a\u00A0b¡ÿ");
  CHECK(html("<a href=\"https://a.b/?x=1&copy=2&amp;y=3&lt=4\">l</a>") ==
        "¶P {link:l>https://a.b/?x=1&copy=2&y=3&lt=4}");
  CHECK(html("<a href=\"&#106;avascript:alert(1)\">x</a>") == "¶P x");
  CHECK(html("<a href=https://a.b class='x&quot; onclick=y'>z</a>") == "¶P {link:z>https://a.b}");
}

TEST_CASE("html wall: only known elements and attributes pass") {
  CHECK(sources::safe_markup("<P CLASS=x onclick='y'>a</P>") == "<p>a</p>");
  CHECK(sources::safe_markup("<a HREF='x\"y' target=z class=c>") ==
        "<a href=\"x%22y\" class=\"c\">");
  CHECK(sources::safe_markup("<strong>a</strong><em>b</em><h1>c</h1>") ==
        "<b>a</b><i>b</i><h3>c</h3>");
  CHECK(sources::safe_markup("a<b") == "a");
  CHECK(sources::safe_markup("a<b/>c</ p>d</>e") == "a<b>cde");
  CHECK(sources::safe_markup("<hr>") == "<div></div>");
}

TEST_CASE("html: passages that are marked as another language's, or as nobody's to translate") {
  const RichText rich = sources::parse_html(
      R"(<p>Er sagt <span lang="en">good <b>morning</b></span>, <b translate="no">Ada <i lang="fr">la</i></b>.</p><blockquote lang="ja"><p>はい</p></blockquote>)");
  REQUIRE(rich.passages.size() == 3);
  const auto words = [&](const model::Passage& passage) {
    return rich.text.substr(passage.begin, passage.end - passage.begin);
  };
  CHECK(words(rich.passages[0]) == "good morning");
  CHECK(rich.passages[0].language == "en");
  CHECK(words(rich.passages[1]) == "Ada la");
  CHECK(rich.passages[1].language.empty());
  CHECK(words(rich.passages[2]) == "はい");
  CHECK(rich.passages[2].language == "ja");
  CHECK(sources::parse_html("<p>no marks</p>").passages.empty());
}
