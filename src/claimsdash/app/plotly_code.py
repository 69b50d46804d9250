"""plotly.js as our pages need it: a module without the functions wrapped around it, with the traces that we draw.

Both are cuts into the script of the installed plotly package. Where it is built in another way, what does not fit stays
as it is, and works all the same, later.
"""

import re

TRACES = ("bar",)
"""Kinds of trace that our charts draw, beside scatter, which is part of plotly's core."""

_WRAPPING = re.compile(
    r'(?P<notice>/\*.*?\*/).*?"use strict";var Plotly=\(\(\)=>\{'
    r"(?P<code>.*)return (?P<result>[\w$]+\(\));\}\)\(\);(?P<notices>.*)window\.Plotly = Plotly;.*",
    re.DOTALL,
)
_REGISTER = re.compile(r"\.register\(\[(?P<modules>[\w$]+\(\)(?:,[\w$]+\(\))+)\]\)")


def as_module(script: str) -> str:
    """Return plotly.js as a module: its code without the two functions wrapped around it, and its notices.

    A browser reads the text of a function once to find its end and once more to run it; without the wrapping,
    plotly.js starts in half the time (docs/performance.md). A script wrapped in another way stays as it is, and runs
    as a module just as well.

    >>> as_module('/* MIT */ f(() => {"use strict";var Plotly=(()=>{let a;return a();})();window.Plotly = Plotly;});')
    '/* MIT */let a;window.Plotly=a();'
    """
    found = _WRAPPING.fullmatch(script)
    if found is None:
        return script
    return f"{found['notice']}{found['code']}window.Plotly={found['result']};{found['notices']}"


def with_few_traces(script: str) -> str:
    """Return plotly.js so that it starts with TRACES alone: what is not registered is never run.

    Its kinds of trace are functions that plotly calls in one list when it starts. A script in which they are not all
    found stays as it is.
    """
    listed = list(_REGISTER.finditer(script))
    if len(listed) != 1:
        return script
    [found] = listed
    names = {call.removesuffix("()"): trace_of(script, call.removesuffix("()")) for call in found["modules"].split(",")}
    kept = [f"{function}()" for function, trace in names.items() if trace in TRACES]
    if len(kept) != len(TRACES):
        return script
    return f"{script[: found.start('modules')]}{','.join(kept)}{script[found.end('modules') :]}"


def trace_of(script: str, function: str) -> str | None:
    """Return the kind of trace that a function of plotly.js defines, itself or by the one that it passes on.

    >>> passing = 'var a=W((e,t)=>{"use strict";t.exports=b()});'
    >>> trace_of(passing + 'var b=W((e,t)=>{t.exports={moduleType:"trace",name:"bar",x:1}});var c;', "a")
    'bar'
    """
    body = _body(script, function)
    passed_on = re.fullmatch(r'(?:"use strict";)?[\w$]+\.exports=(?P<other>[\w$]+)\(\)', body)
    if passed_on is not None:
        body = _body(script, passed_on["other"])
    told = re.search(r'moduleType:"trace",name:"(?P<name>\w+)"', body)
    return told["name"] if told else None


def _body(script: str, function: str) -> str:
    begun = re.search(rf"var {re.escape(function)}=[\w$]+\(\([\w$,]*\)=>\{{", script)
    return "" if begun is None else script[begun.end() : script.find("});var ", begun.end())]
