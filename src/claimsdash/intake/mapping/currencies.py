"""Currencies: their codes, the signs and words that stand for one, and those that stand for several."""

CURRENCY_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL",
    "€": "EUR", "£": "GBP", "₩": "KRW", "₽": "RUB", "₴": "UAH", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₺": "TRY",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "zł": "PLN", "Kč": "CZK", "円": "JPY", "元": "CNY",
}  # fmt: skip  # several to a line
"""Signs before or behind a number, and the code of the currency; ¥ is not among them, for it is that of two."""

OTHER_SIGNS = ("¥", "￥")

_CODES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
VND VUV WST XAF XAG XAU XCD XDR XOF XPD XPF XPT YER ZAR ZMW ZWG
"""

CURRENCY_CODES = frozenset(_CODES.split())
"""Codes of ISO 4217 (list one, 2025): any other three capitals before a number are a name, as in INV-77."""

CURRENCY_NOUNS: dict[str, tuple[str, ...]] = {
    "USD": ("usd", "us$", "$", "us dollars", "dollars", "us dollar"),
    "EUR": ("eur", "€", "euro", "euros"),
    "GBP": ("gbp", "£", "pounds", "pounds sterling", "sterling"),
    "KRW": ("krw", "₩"),
    "RUB": ("rub", "₽", "roubles", "rubles", "руб", "рублей"),
    "UAH": ("uah", "₴", "hryvnia", "грн"),
    "INR": ("inr", "₹", "rs", "rupees"),
    "PLN": ("pln", "zł", "złotych"),
    "CZK": ("czk", "kč"),
    "JPY": ("jpy", "yen", "円"),
    "CNY": ("cny", "rmb", "yuan", "元"),
    "TRY": ("try", "₺", "lira"),
    "ILS": ("ils", "₪", "nis"),
    "ZAR": ("zar", "rand"),
    "CHF": ("chf", "franken"),
}
"""Currency to the words that stand for it in a header."""
