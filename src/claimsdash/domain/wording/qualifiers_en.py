"""The English words that qualify a number, as data: what stands before it, and what stands after it.

A pattern is words with spaces between; `a|b` is one word or the other, `_` a space inside such a choice, and a closing
`?` marks what may be left out. The effects follow section 3 of the conventions (docs/method.md).
"""

from claimsdash.domain.wording.effects import Effect

_OVER = (
    "more_than|over|above|in_excess_of|upward_of|upwards_of|north_of|beyond|exceeding|higher_than|"
    "greater_than|larger_than|surpassing|topping|past"
)
_UNDER = "fewer_than|less_than|under|below|lower_than|smaller_than|beneath|south_of"
_MUCH = (
    "well|far|much|many|way|comfortably|possibly|considerably|significantly|substantially|easily|"
    "vastly|probably|perhaps|maybe|likely|a_lot|a_good_deal|a_great_deal|very_much|even|still|"
    "clearly|certainly|almost_certainly|definitely|likely_well|probably_well|possibly_well|"
    "appreciably|massively|potentially|rather|markedly|notably|already"
)
_BIT = (
    "slightly|marginally|a_little|a_little_bit|a_shade|a_touch|a_bit|a_tad|a_fraction|fractionally|"
    "a_whisker|a_hair|narrowly|somewhat|only_slightly|only_marginally|just_slightly|very_slightly|"
    "a_smidgen|a_smidge|modestly"
)

BEFORE_WORDS: tuple[tuple[Effect, str], ...] = (
    (
        Effect.PLAIN,
        ("exactly|precisely|only|just|merely|simply|solely|fully|all|literally|alone|officially|reportedly"),
    ),
    (Effect.PLAIN, "the|these|those|this|that|its|their|his|her|our|my|your|another|additional|further|extra|other"),
    (Effect.PLAIN, "a? grand? total|tally|sum|toll|count of"),
    (Effect.PLAIN, "a? combined|cumulative|aggregate|overall|collective? total of"),
    (
        Effect.PLAIN,
        ("a? mere|meagre|meager|paltry|further|additional|extra|record|combined|full|whole|cool|staggering"),
    ),
    (
        Effect.PLAIN,
        ("an additional|extra|average|unprecedented|extraordinary|impressive|astonishing|overall|aggregate"),
    ),
    (Effect.PLAIN, "an|the? average|mean|median of"),
    (Effect.PLAIN, "a|an|on_average|in_total|in_all|all_in_all|altogether|some_other"),
    (Effect.PLAIN, "numbering|totalling|totaling|amounting_to|equal_to|equivalent_to|worth|comprising|involving"),
    (Effect.PLAIN, "said_to_number|reported_to_number|a_high_of|a_peak_of|no_other_than|as_of_now|now|currently"),
    (Effect.PLAIN, "of|at|the_only|only_just|not_just|not_only|plus"),
    (Effect.ABOUT, "about|around|roughly|approximately|approx|approximate|some|circa|ca|c|cca|~|≈|≃|–~|@"),
    (Effect.ABOUT, "an|the? estimated|est|estimate"),
    (Effect.ABOUT, "an? estimate|estimates of"),
    (Effect.ABOUT, "by some|one|most|official estimates|estimate"),
    (
        Effect.ABOUT,
        (
            "somewhere|something|anywhere? in|on|of the region|neighbourhood|neighborhood|vicinity|area|"
            "ballpark|order|range of"
        ),
    ),
    (Effect.ABOUT, "somewhere|something around|near|about|approximating"),
    (Effect.ABOUT, "something|somewhere like"),
    (Effect.ABOUT, "more or less"),
    (Effect.ABOUT, "give or take"),
    (Effect.ABOUT, "estimated|put|reckoned|assessed|pegged|placed|projected|gauged at"),
    (
        Effect.ABOUT,
        (
            "estimated|believed|thought|reckoned|understood|assumed|presumed|assessed|considered|judged to "
            "number|be|total|stand_at|have_been|have_numbered|amount_to|comprise|have_totalled"
        ),
    ),
    (
        Effect.ABOUT,
        "a|the? rough|rounded|approximate? round_about|roundabout|round|loosely|broadly|ballpark",
    ),
    (Effect.ABOUT, "a rough|approximate|rounded"),
    (Effect.PERHAPS, "perhaps|maybe|possibly|probably|presumably|conceivably|potentially|apparently"),
    (Effect.BELOW, "nearly|almost|approaching|nearing|virtually|practically|nigh|pushing|verging_on|bordering_on"),
    (Effect.BELOW, "very? close|closer|near|nearer|next|closing_in to|on"),
    (
        Effect.BELOW,
        (
            "not quite|far_off|far_from|far_short_of|far_below|far_under|far_shy_of|much_below|much_under|"
            "much_less_than|much_short_of"
        ),
    ),
    (Effect.BELOW, "getting|coming|going on|up|close for|to|on"),
    (Effect.BELOW, "the best|better part of"),
    (Effect.BELOW, "well? nigh on|upon"),
    (
        Effect.BELOW,
        ("just|only_just|a_little|only_a_little under|below|short_of|shy_of|less_than|fewer_than|lower_than"),
    ),
    (Effect.BELOW, f"{_BIT} under|below|short_of|shy_of|less_than|fewer_than|lower_than|smaller_than"),
    (Effect.BELOW, "shy|short of"),
    (Effect.BELOW, "something approaching|nearing|close_to|just_under"),
    (Effect.ABOVE, f"just|only_just|barely|little|only_a_little|scarcely|hardly {_OVER}"),
    (Effect.ABOVE, f"{_BIT} {_OVER}"),
    (Effect.ABOVE, "not much more_than|over|above"),
    (Effect.ABOVE, "a few|handful more_than|over|above"),
    (Effect.BELOW, "a few|handful short_of|shy_of|fewer_than|less_than|under|below"),
    (Effect.FLOOR, f"{_MUCH}? {_OVER}"),
    (Effect.FLOOR, "something over|above|more_than"),
    (Effect.FLOOR, "at the? very? least"),
    (Effect.FLOOR, "at a? bare|very|absolute? minimum"),
    (Effect.FLOOR, "a|the? bare? minimum|floor|low of"),
    (Effect.FLOOR, "minimum|min"),
    (Effect.FLOOR, "no|not|never|nothing fewer|less|smaller|lower than"),
    (Effect.FLOOR, "not under|below"),
    (
        Effect.FLOOR,
        (
            "passed|passing|passes|pass|topped|tops|top|exceeded|exceeds|exceed|surpassed|surpasses|surpass|"
            "outnumbered|outnumbering|crossed|crossing"
        ),
    ),
    (Effect.FLOOR, "well? into? excess of"),
    (Effect.FLOOR, "a good"),
    (Effect.FLOOR, "from? as few|little|low as"),
    (Effect.FLOOR, ">|≥|>=|+"),
    (Effect.FLOOR, "starting|upwards at|from"),
    (Effect.CEILING, "anything|anywhere|possibly|perhaps|maybe|potentially|probably? right? up to"),
    (Effect.CEILING, "possibly|perhaps|maybe|potentially|probably? as many|much|high|large|great as"),
    (Effect.CEILING, f"{_MUCH}? {_UNDER}"),
    (Effect.CEILING, "something under|below|less_than"),
    (Effect.CEILING, "no|not|never|nothing more|greater|higher|bigger|larger than"),
    (Effect.CEILING, "not|never|without exceeding|over|above|exceed|to_exceed|beyond|topping|surpassing"),
    (Effect.CEILING, "at the? very? most"),
    (Effect.CEILING, "at a? maximum"),
    (Effect.CEILING, "at best|the_outside"),
    (Effect.CEILING, "a|the? maximum|ceiling|cap|limit|upper_limit of"),
    (
        Effect.CEILING,
        "maximum|max|capped_at|limited_to|not_even|nowhere_near|nothing_like|not_nearly|not_anywhere_near",
    ),
    (Effect.CEILING, "<|≤|<="),
    (Effect.OPENS, "somewhere|anywhere|anything|something|ranging|ranged|ranges|of? between"),
    (Effect.OPENS, "somewhere|anywhere|anything|something|ranging|ranges|ranged|range|varying|of? from"),
    (Effect.OPENS, "from a low of"),
    (Effect.OPENS, "betw|ranging"),
    (Effect.WITHIN, "to? within"),
    (
        Effect.REFUSED,
        "all_but|first|second|next_to|other_than|rather_than|instead_of|except|except_for|apart_from|some_of|part_of",
    ),
    (
        Effect.REFUSED,
        (
            "not|nor|neither|never|than|without|unlike|hardly|scarcely|barely|less|fewer|more|number|nr|page|"
            "aged|age|per"
        ),
    ),
    (
        Effect.REFUSED,
        "baker's|no|article|resolution|paragraph|section|chapter|version|room|route|flight|minus_the|every|each|once_every",
    ),
)

AFTER_WORDS: tuple[tuple[Effect, str], ...] = (
    (
        Effect.ABOUT,
        "or so|thereabouts|thereabout|something_like_that|something|around_that|about_that|near_it|near_enough",
    ),
    (Effect.ABOUT, "give or take"),
    (Effect.ABOUT, "more or less"),
    (Effect.ABOUT, "approximately|approx|roughly|ish|estimated|est|circa|an_estimate|estimate|thereabouts"),
    (Effect.ABOVE, "or just|slightly|marginally|a_little|a_bit|a_touch more|over|above|higher"),
    (Effect.ABOVE, "and a_bit|a_little|a_bit_more"),
    (Effect.BELOW, "or just|slightly|marginally|a_little|a_bit|a_touch less|fewer|under|below|lower"),
    (Effect.ODD, "odd|something|some|and_change|plus_change|and_some_change"),
    (
        Effect.FLOOR,
        (
            "or even|possibly|perhaps|maybe|probably|much|many|far|a_lot|quite_possibly? more|above|over|"
            "greater|higher|better|upwards|upward|larger|beyond"
        ),
    ),
    (Effect.FLOOR, "and counting|rising|climbing|growing|above|up|over|upwards|upward|more|higher|beyond"),
    (
        Effect.FLOOR,
        (
            "and? probably|possibly|perhaps|maybe|likely|quite_possibly|very_likely|almost_certainly|"
            "potentially|if_not|perhaps_even|possibly_even|maybe_even many|far|much|a_lot? more|higher"
        ),
    ),
    (Effect.FLOOR, "plus|+|minimum|upwards|at_minimum|as_a_minimum|at_a_minimum|at_a_bare_minimum|or_many_more"),
    (Effect.FLOOR, "at the? very? least"),
    (Effect.CEILING, "or even|possibly|perhaps|maybe? fewer|less|under|below|lower|smaller"),
    (Effect.CEILING, "and under|below|fewer|less"),
    (Effect.CEILING, "and? probably|possibly|perhaps|maybe|likely|if_not fewer|less|lower"),
    (Effect.CEILING, "at the? very|absolute? most"),
    (Effect.CEILING, "tops|max|maximum|at_the_outside|at_best|at_maximum|at_a_maximum|as_a_maximum"),
    (
        Effect.PLAIN,
        (
            "all_told|in_all|in_total|altogether|overall|combined|exactly|precisely|to_date|so_far|"
            "on_average|strong|all_together|in_the_aggregate|flat|apiece|or_more_precisely"
        ),
    ),
    (Effect.SPREAD, "plus or|and minus"),
    (Effect.SPREAD, "plus / minus"),
    (Effect.SPREAD, "±|+/-|+/−|+-"),
    (Effect.SPREAD, "give or take|take_away"),
    (Effect.SPREAD, "with? a|the? margin of error of plus_or_minus|±|+/-?"),
    (Effect.SPREAD, "to within"),
)
