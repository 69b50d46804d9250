"""A small data package for tests: four topics, four sources, the units of munitions, people and shares."""

from claimsdash.intake.package import Package, package_of

UNITS = """
munition = [munition]
shell = munition
rocket = munition
container = [container]
person = [person]
day = [time]
week = 7 day
year = 365.25 day
month = year / 12
ratio = 1
percent = 0.01 = %
"""

TOPICS = """key,title,question,unit,basis,low_limit,high_limit,growth,group,order
containers_shipped,Containers,How many containers?,container,cumulative,0,,cumulative,Cargo,1
shells,Shells,How many shells?,shell,cumulative,0,,cumulative,Shells,2
shell_rate,Shells a month,How many shells a month?,shell/month,rate,0,,level,Shells,3
factory_use,Use of factories,What share of factories runs?,percent,share,0,100,share,Factories,4
"""

SOURCES = """key,name,kind,country,interest,roles,note
rok_mnd,ROK Ministry of National Defense,government,KR,adversary,claimant,
rok_nis,National Intelligence Service,intelligence,KR,adversary,claimant,
yonhap,Yonhap,media,KR,ally,outlet,
nato,NATO,international_org,,ally,claimant outlet,
"""

ASSUMPTIONS = """key,from_unit,to_unit,low,best,high,said_by,said_on,scope,url,on,note
load,container,shell,438.9,447.7,,rok_mnd,2024-02-26,152 mm,https://example.org/load,false,
"""

KNOWN = """report_id,column,reason,note
known-one,value_text,,The page says so further down
"""


def package_files(**texts: str) -> dict[str, bytes]:
    """Return the files of the package; a keyword such as `topics` gives the text of one."""
    files = {
        "datapackage.json": '{"name": "small", "title": "A small package", "version": "1"}',
        "topics.csv": texts.get("topics", TOPICS),
        "sources.csv": texts.get("sources", SOURCES),
        "assumptions.csv": texts.get("assumptions", ASSUMPTIONS),
        "events.csv": texts.get("events", "date,label,url\n2024-02-26,Seoul's briefing,\n"),
        "relations.csv": texts.get("relations", "part,whole,adds,note\n"),
        "known_problems.csv": texts.get("known_problems", KNOWN),
        "units.txt": texts.get("units", UNITS),
        "claims.csv": texts.get("claims", "topic,value_text,unit,claimant\nshells,1000,shell,rok_mnd\n"),
    }
    return {name: text.encode() for name, text in files.items()}


def a_package(**texts: str) -> Package:
    """Return the package, with the given texts in place of its own."""
    return package_of(package_files(**texts))
