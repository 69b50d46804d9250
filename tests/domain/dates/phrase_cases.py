"""Date phrases with the days that the conventions of docs/method.md give them, by the day of publication."""

CASES = """
# ISO 8601, EDTF and figures
2024-11-05 | 2024 | 2024-01-01 | 2024-12-31
2024-11-05 | 2023-08 | 2023-08-01 | 2023-08-31
2024-11-05 | since 2023-08 | 2023-08-01 | 2024-11-05
2024-11-05 | 2023-09/2024-02-26 | 2023-09-01 | 2024-02-26
2024-11-05 | ../2024-02 | | 2024-02-29
2024-11-05 | 202X | 2020-01-01 | 2029-12-31
2024-11-05 | from 2023-09-07 to 2024-02-26 | 2023-09-07 | 2024-02-26
2024-11-05 | 24/02/2022 | 2022-02-24 | 2022-02-24
2024-11-05 | on 2/24/2022 | 2022-02-24 | 2022-02-24
2024-11-05 | 3.4.2024 | 2024-04-03 | 2024-04-03
2024-11-05 | since 24.02.22 | 2022-02-24 | 2024-11-05
2024-11-05 | 02/2024 | 2024-02-01 | 2024-02-29
2024-11-05 | 2024/02/15 | 2024-02-15 | 2024-02-15
2024-11-05 | 24-Nov-2023 | 2023-11-24 | 2023-11-24
# days
2024-11-05 | Nov. 3, 2024 | 2024-11-03 | 2024-11-03
2024-11-05 | 3rd of May | 2024-05-03 | 2024-05-03
2024-11-05 | May the 3rd, 2023 | 2023-05-03 | 2023-05-03
2024-11-05 | on the 3rd of last month | 2024-10-03 | 2024-10-03
2024-11-05 | on the 15th | 2024-10-15 | 2024-10-15
2024-11-05 | 12 December | 2023-12-12 | 2023-12-12
2024-11-05 | OCT 7 LAST YEAR | 2023-10-07 | 2023-10-07
2024-11-05 | Tuesday, 29 October | 2024-10-29 | 2024-10-29
2024-11-05 | on Friday (Nov. 1) | 2024-11-01 | 2024-11-01
2024-11-05 | 29 February | 2024-02-29 | 2024-02-29
2023-11-05 | 29 February | 2020-02-29 | 2020-02-29
2024-11-05 | the day before yesterday | 2024-11-03 | 2024-11-03
2024-11-05 | Christmas Day | 2023-12-25 | 2023-12-25
2024-11-05 | New Year’s Eve 2022 | 2022-12-31 | 2022-12-31
2024-11-05 | before Christmas | | 2023-12-24
2024-11-05 | two days before 24 February 2022 | 2022-02-22 | 2022-02-22
2024-11-05 | the day after 3 May | 2024-05-04 | 2024-05-04
# parts of a day are dropped
2024-11-05 | in the early hours of 3 May | 2024-05-03 | 2024-05-03
2024-11-05 | as of 6 p.m. on 3 November | 2024-11-03 | 2024-11-03
2024-11-05 | as of 18:00 Kyiv time on 3 November | 2024-11-03 | 2024-11-03
2024-11-05 | by noon on Monday | | 2024-11-04
2024-11-05 | late on Thursday | 2024-10-31 | 2024-10-31
2024-11-05 | early Saturday | 2024-11-02 | 2024-11-02
2024-11-05 | on Monday evening | 2024-11-04 | 2024-11-04
2024-11-05 | yesterday morning | 2024-11-04 | 2024-11-04
2024-11-05 | earlier on Sunday | 2024-11-03 | 2024-11-03
2024-11-05 | on the night of 3-4 November | 2024-11-03 | 2024-11-04
2024-11-05 | between the morning of 3 May and the evening of 5 May | 2024-05-03 | 2024-05-05
2024-11-05 | overnight | 2024-11-04 | 2024-11-05
# weekdays and weeks
2024-11-05 | last Tuesday | 2024-10-29 | 2024-10-29
2024-11-05 | this Friday | 2024-11-08 | 2024-11-08
2024-11-05 | this Monday | 2024-11-04 | 2024-11-04
2024-11-05 | Wednesday last week | 2024-10-30 | 2024-10-30
2024-11-05 | on Thursday of last week | 2024-10-31 | 2024-10-31
2024-11-05 | this week | 2024-11-04 | 2024-11-05
2024-11-05 | the week before last | 2024-10-21 | 2024-10-27
2024-11-05 | early last week | 2024-10-28 | 2024-10-29
2024-11-05 | mid-week | 2024-11-06 | 2024-11-07
2024-11-05 | late last week | 2024-11-01 | 2024-11-03
2024-11-05 | at the end of last week | 2024-11-01 | 2024-11-03
2024-11-05 | since the end of last week | 2024-11-03 | 2024-11-05
2024-11-05 | the weekend | 2024-11-02 | 2024-11-03
2024-11-03 | last weekend | 2024-11-02 | 2024-11-03
2024-11-05 | the week of 16 October 2024 | 2024-10-14 | 2024-10-20
2024-11-05 | the week ending 3 May | 2024-04-27 | 2024-05-03
2024-11-05 | in the week to Sunday | 2024-10-28 | 2024-11-03
2024-11-05 | the weekend of 3-4 May 2025 | 2025-05-03 | 2025-05-04
2024-11-05 | the second week of May | 2024-05-08 | 2024-05-14
2024-11-05 | first two weeks of October | 2024-10-01 | 2024-10-14
2024-11-05 | the first Monday of June 2023 | 2023-06-05 | 2023-06-05
2024-11-05 | on the last Friday in September | 2024-09-27 | 2024-09-27
2024-11-05 | the last ten days of May | 2024-05-22 | 2024-05-31
2024-11-05 | the last day of February | 2024-02-29 | 2024-02-29
# months
2024-11-05 | in December | 2023-12-01 | 2023-12-31
2024-11-05 | throughout Sept. 2023 | 2023-09-01 | 2023-09-30
2024-11-05 | August, 2023 | 2023-08-01 | 2023-08-31
2024-11-05 | Nov '23 | 2023-11-01 | 2023-11-30
2024-11-05 | in May this year | 2024-05-01 | 2024-05-31
2024-11-05 | March of last year | 2023-03-01 | 2023-03-31
2024-11-05 | August two years ago | 2022-08-01 | 2022-08-31
2024-11-05 | last November | 2023-11-01 | 2023-11-30
2024-11-05 | mid July | 2024-07-11 | 2024-07-20
2024-11-05 | late in February 2023 | 2023-02-21 | 2023-02-28
2024-11-05 | early last month | 2024-10-01 | 2024-10-10
2024-11-05 | at the start of the month | 2024-11-01 | 2024-11-10
2024-11-05 | since the start of last month | 2024-10-01 | 2024-11-05
2024-11-05 | toward the end of March | 2024-03-21 | 2024-03-31
2024-11-05 | the first half of March | 2024-03-01 | 2024-03-15
2024-11-05 | second half of last month | 2024-10-16 | 2024-10-31
2024-11-05 | earlier this month | 2024-11-01 | 2024-11-05
2024-11-05 | by mid-October | | 2024-10-20
2024-11-05 | early to mid-April | 2024-04-01 | 2024-04-20
2024-11-05 | mid- to late September 2023 | 2023-09-11 | 2023-09-30
# years, decades
2024-11-05 | in early 2023 | 2023-01-01 | 2023-04-30
2024-11-05 | early this year | 2024-01-01 | 2024-04-30
2024-11-05 | late last year | 2023-09-01 | 2023-12-31
2024-11-05 | at the beginning of 2023 | 2023-01-01 | 2023-01-31
2024-11-05 | at the end of last year | 2023-12-01 | 2023-12-31
2024-11-05 | until the end of last year | | 2023-12-31
2024-11-05 | as of the end of 2023 | 2023-12-31 | 2023-12-31
2024-11-05 | by the end of the year | | 2024-12-31
2024-11-05 | year-end 2023 | 2023-12-01 | 2023-12-31
2024-11-05 | by end-2023 | | 2023-12-31
2024-11-05 | the year before last | 2022-01-01 | 2022-12-31
2024-11-05 | year to date | 2024-01-01 | 2024-11-05
2024-11-05 | 2024 so far | 2024-01-01 | 2024-11-05
2024-11-05 | so far this month | 2024-11-01 | 2024-11-05
2024-11-05 | the 1990s | 1990-01-01 | 1999-12-31
2024-11-05 | since the mid-1990s | 1994-01-01 | 2024-11-05
2024-11-05 | the late ’80s | 1987-01-01 | 1989-12-31
2024-11-05 | next year | 2025-01-01 | 2025-12-31
# halves, quarters, seasons
2024-11-05 | H2 2023 | 2023-07-01 | 2023-12-31
2024-11-05 | 1H24 | 2024-01-01 | 2024-06-30
2024-11-05 | Q1 and Q2 2024 | 2024-01-01 | 2024-06-30
2024-11-05 | 1Q24 | 2024-01-01 | 2024-03-31
2024-11-05 | 2023 Q3 | 2023-07-01 | 2023-09-30
2024-11-05 | the third quarter of last year | 2023-07-01 | 2023-09-30
2024-11-05 | in the third quarter | 2024-07-01 | 2024-09-30
2024-11-05 | last quarter | 2024-07-01 | 2024-09-30
2024-11-05 | the final quarter of 2022 | 2022-10-01 | 2022-12-31
2024-11-05 | first-half 2024 | 2024-01-01 | 2024-06-30
2024-11-05 | the second half of last year | 2023-07-01 | 2023-12-31
2024-11-05 | the first nine months of 2024 | 2024-01-01 | 2024-09-30
2024-11-05 | the last three months of last year | 2023-10-01 | 2023-12-31
2024-11-05 | first and second quarters of 2023 | 2023-01-01 | 2023-06-30
2024-11-05 | last summer | 2024-06-01 | 2024-08-31
2024-11-05 | in autumn | 2023-09-01 | 2023-11-30
2024-11-05 | this autumn | 2024-09-01 | 2024-11-30
2024-11-05 | next spring | 2025-03-01 | 2025-05-31
2024-11-05 | since the spring | 2024-03-01 | 2024-11-05
2024-11-05 | winter 2022-23 | 2022-12-01 | 2023-02-28
2024-11-05 | the winter of 2023/24 | 2023-12-01 | 2024-02-29
2024-11-05 | fall of 2023 | 2023-09-01 | 2023-11-30
# since, after, until, before, as of
2024-11-05 | ever since March 2022 | 2022-03-01 | 2024-11-05
2024-11-05 | from August 2023 onwards | 2023-08-01 | 2024-11-05
2024-11-05 | from 3 May on | 2024-05-03 | 2024-11-05
2024-11-05 | since at least August 2023 | 2023-08-01 | 2024-11-05
2024-11-05 | since mid-December | 2023-12-11 | 2024-11-05
2024-11-05 | since last Tuesday | 2024-10-29 | 2024-11-05
2024-11-05 | in the two years since February 2022 | 2022-02-01 | 2024-11-05
2024-11-05 | after 3 May | 2024-05-04 | 2024-11-05
2024-11-05 | after the end of June | 2024-07-01 | 2024-11-05
2024-11-05 | up to March 2024 | | 2024-03-31
2024-11-05 | up until last week | | 2024-11-03
2024-11-05 | prior to 24 February 2022 | | 2022-02-23
2024-11-05 | pre-2022 | | 2021-12-31
2024-11-05 | through June 2024 | | 2024-06-30
2024-11-05 | no later than 1 May | | 2024-05-01
2024-11-05 | by late 2023 | | 2023-12-31
2024-11-05 | as at 30 June 2024 | 2024-06-30 | 2024-06-30
2024-11-05 | as of early October | 2024-10-01 | 2024-10-10
# stretches
2024-11-05 | between mid-September and the end of October last year | 2023-09-11 | 2023-10-31
2024-11-05 | from late 2023 through early 2024 | 2023-09-01 | 2024-04-30
2024-11-05 | 3-5 May 2024 | 2024-05-03 | 2024-05-05
2024-11-05 | May 3 to 5 | 2024-05-03 | 2024-05-05
2024-11-05 | May 3–5, 2023 | 2023-05-03 | 2023-05-05
2024-11-05 | between 28 February and 3 March 2023 | 2023-02-28 | 2023-03-03
2024-11-05 | between the 3rd and the 17th of March | 2024-03-03 | 2024-03-17
2024-11-05 | from 30 December to 3 January 2024 | 2023-12-30 | 2024-01-03
2024-11-05 | from December 2022 to March | 2022-12-01 | 2023-03-31
2024-11-05 | November to February | 2023-11-01 | 2024-02-29
2024-11-05 | August and September of last year | 2023-08-01 | 2023-09-30
2024-11-05 | in June, July and August | 2024-06-01 | 2024-08-31
2024-11-05 | 2019–22 | 2019-01-01 | 2022-12-31
2024-11-05 | between 2019 and 2022 | 2019-01-01 | 2022-12-31
2024-11-05 | from Monday to Wednesday last week | 2024-10-28 | 2024-10-30
2024-11-05 | from August to date | 2024-08-01 | 2024-11-05
2024-11-05 | from the end of 2022 to the beginning of 2023 | 2022-12-31 | 2023-01-01
2024-11-05 | after 3 May and before 10 May | 2024-05-04 | 2024-05-09
2024-11-05 | between early and mid-2023 | 2023-01-01 | 2023-08-31
2024-11-05 | from March 2023 to the end of that year | 2023-03-01 | 2023-12-31
# lengths of time
2024-11-05 | over the past 18 months | 2023-05-05 | 2024-11-05
2024-11-05 | in the last year | 2023-11-05 | 2024-11-05
2024-11-05 | past decade | 2014-11-05 | 2024-11-05
2024-11-05 | in the past 48 hours | 2024-11-03 | 2024-11-05
2024-11-05 | over the last twenty-four hours | 2024-11-04 | 2024-11-05
2024-11-05 | the last couple of weeks | 2024-10-22 | 2024-11-05
2024-11-05 | the past two and a half years | 2022-05-05 | 2024-11-05
2024-11-05 | recent months | 2024-05-05 | 2024-11-05
2024-11-05 | three days earlier | 2024-11-02 | 2024-11-02
2024-11-05 | a week ago | 2024-10-28 | 2024-11-03
2024-11-05 | a decade ago | 2014-01-01 | 2014-12-31
2024-11-05 | since two months ago | 2024-09-01 | 2024-11-05
2024-11-05 | six months to 30 June 2024 | 2024-01-01 | 2024-06-30
2024-11-05 | the year ended March 2024 | 2023-04-01 | 2024-03-31
2024-11-05 | the three months from March 2024 | 2024-03-01 | 2024-05-31
# told after, told before, told together
2024-11-05 | 3 May at the latest | | 2024-05-03
2024-11-05 | 2020 or earlier | | 2020-12-31
2024-11-05 | 2022 and later | 2022-01-01 | 2024-11-05
2024-11-05 | last year's fourth quarter | 2023-10-01 | 2023-12-31
2024-11-05 | 2023’s third quarter | 2023-07-01 | 2023-09-30
2024-11-05 | the week of Nov. 4-10 | 2023-11-04 | 2023-11-10
2024-11-05 | 3, 4 and 5 May 2023 | 2023-05-03 | 2023-05-05
2024-11-05 | from March last year to June | 2023-03-01 | 2024-06-30
2024-11-05 | over a 12-month period to June 2024 | 2023-07-01 | 2024-06-30
2024-11-05 | in the weeks since 7 October | 2024-10-07 | 2024-11-05
2024-11-05 | overnight into Tuesday | 2024-11-04 | 2024-11-05
2024-11-05 | around noon on Sunday | 2024-11-03 | 2024-11-03
# about
2024-11-05 | around May 2024 | 2024-04-01 | 2024-06-30
2024-11-05 | circa 2015 | 2014-01-01 | 2016-12-31
2024-11-05 | since about March 2023 | 2023-02-01 | 2024-11-05
2024-11-05 | ~ 3 May | 2024-05-02 | 2024-05-04
"""

REFUSED = """
since Russia's invasion | Russia's invasion
FY2023 | FY
over two weeks ago | over two weeks ago
more than two weeks ago | more than
for three months | for three months
recently | recently
since then | then
soon after 3 May | soon
03/04/2024 | 2024-03-04 or 2024-04-03
9/11 | 11 September or 9 November
2022-23 | could be the years 2022 to 2023
30 February | that month has 29 days
31 April 2024 | that month has 30 days
Monday, 5 November 2024 | it is a Tuesday
the fifth week of February | no such day
since December 2025 | after the day of publication
from May 2024 to March 2024 | swap its ends
in the past 36 hours | part of a day
a few weeks ago | could not be placed
2023-13 | months run from 01 to 12
H3 2023 | could not be placed
the 20th century | century
at the turn of October | turn
in the closing months of 2022 | not in this order
the first weeks of May | not in this order
in the days before 7 October | before 7 October
since the war began | war
two Fridays ago | Fridays
04/05/2023 | 2023-04-05 or 2023-05-04
early in the week to 3 May | after the day of publication
in the same month | not in this order
the last full month | full month
a week | not in this order
the first | not in this order
12 | not in this order
year to year | not in this order
"""
