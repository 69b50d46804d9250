"""More date phrases with their days, written to find what the first table did not ask for."""

MORE_CASES = """
2024-06-19 | since January last year | 2023-01-01 | 2024-06-19
2024-06-19 | in the second half of 2023 | 2023-07-01 | 2023-12-31
2024-06-19 | as of mid-May | 2024-05-11 | 2024-05-20
2024-06-19 | 2Q 2023 | 2023-04-01 | 2023-06-30
2024-06-19 | Q4'22 | 2022-10-01 | 2022-12-31
2024-06-19 | between November and the end of March | 2023-11-01 | 2024-03-31
2024-06-19 | on Thursday | 2024-06-13 | 2024-06-13
2024-06-19 | last Wednesday | 2024-06-12 | 2024-06-12
2024-06-19 | this Thursday | 2024-06-20 | 2024-06-20
2024-06-19 | since last week | 2024-06-10 | 2024-06-19
2024-06-19 | by the end of last week | | 2024-06-16
2024-06-19 | by the start of June | | 2024-06-01
2024-06-19 | as of the beginning of the year | 2024-01-01 | 2024-01-01
2024-06-19 | since the beginning of 2022 | 2022-01-01 | 2024-06-19
2024-06-19 | on the morning of June 3 | 2024-06-03 | 2024-06-03
2024-06-19 | late Monday evening | 2024-06-17 | 2024-06-17
2024-06-19 | at around 3 a.m. on Sunday | 2024-06-16 | 2024-06-16
2024-06-19 | earlier on Tuesday | 2024-06-18 | 2024-06-18
2024-06-19 | in the past 72 hours | 2024-06-16 | 2024-06-19
2024-06-19 | over the last ten days | 2024-06-09 | 2024-06-19
2024-06-19 | during the past four weeks | 2024-05-22 | 2024-06-19
2024-06-19 | in the last two years | 2022-06-19 | 2024-06-19
2024-06-19 | ten days ago | 2024-06-09 | 2024-06-09
2024-06-19 | three weeks ago | 2024-05-27 | 2024-06-02
2024-06-19 | 18 months ago | 2022-12-01 | 2022-12-31
2024-06-19 | twenty years ago | 2004-01-01 | 2004-12-31
2024-06-19 | since two years ago | 2022-01-01 | 2024-06-19
2024-06-19 | last September | 2023-09-01 | 2023-09-30
2024-06-19 | last spring | 2024-03-01 | 2024-05-31
2024-06-19 | this summer | 2024-06-01 | 2024-08-31
2024-06-19 | next autumn | 2024-09-01 | 2024-11-30
2024-06-19 | in winter | 2023-12-01 | 2024-02-29
2024-06-19 | before last summer | | 2023-05-31
2024-06-19 | the winter of 2021-22 | 2021-12-01 | 2022-02-28
2024-06-19 | from early May onward | 2024-05-01 | 2024-06-19
2024-06-19 | after 24 February 2022 | 2022-02-25 | 2024-06-19
2024-06-19 | after mid-2023 | 2023-09-01 | 2024-06-19
2024-06-19 | prior to October 2023 | | 2023-09-30
2024-06-19 | until mid-March | | 2024-03-20
2024-06-19 | up to and including 31 May | | 2024-05-31
2024-06-19 | up to the end of 2023 | | 2023-12-31
2024-06-19 | in June and July last year | 2023-06-01 | 2023-07-31
2024-06-19 | 17 October last year | 2023-10-17 | 2023-10-17
2024-06-19 | early and mid-May | 2024-05-01 | 2024-05-20
2024-06-19 | from late February to early March 2022 | 2022-02-21 | 2022-03-10
2024-06-19 | between 2014 and early 2022 | 2014-01-01 | 2022-04-30
2024-06-19 | 12-14 June | 2024-06-12 | 2024-06-14
2024-06-19 | June 12–14 | 2024-06-12 | 2024-06-14
2024-06-19 | between June 1 and 15 | 2024-06-01 | 2024-06-15
2024-06-19 | from 28 May to 2 June | 2024-05-28 | 2024-06-02
2024-06-19 | Dec 30-Jan 2 | 2023-12-30 | 2024-01-02
2024-06-19 | the 12 months to March 2024 | 2023-04-01 | 2024-03-31
2024-06-19 | in the year to May | 2023-06-01 | 2024-05-31
2024-06-19 | the three months to 31 March 2024 | 2024-01-01 | 2024-03-31
2024-06-19 | the week of June 5 | 2024-06-03 | 2024-06-09
2024-06-19 | the week ending June 9 | 2024-06-03 | 2024-06-09
2024-06-19 | around June 2023 | 2023-05-01 | 2023-07-31
2024-06-19 | circa 2010 | 2009-01-01 | 2011-12-31
2024-06-19 | around the 10th of June | 2024-06-09 | 2024-06-11
2024-06-19 | in recent days | 2024-06-12 | 2024-06-19
2024-06-19 | over recent years | 2019-06-19 | 2024-06-19
2025-02-03 | in the first quarter | 2024-01-01 | 2024-03-31
2025-02-03 | the first quarter of this year | 2025-01-01 | 2025-03-31
2025-02-03 | the fourth quarter | 2024-10-01 | 2024-12-31
2025-02-03 | in the first six months of last year | 2024-01-01 | 2024-06-30
2025-02-03 | the last six months of 2024 | 2024-07-01 | 2024-12-31
2025-02-03 | third week of January | 2025-01-15 | 2025-01-21
2025-02-03 | in the last week of January | 2025-01-25 | 2025-01-31
2025-02-03 | the last three days of January | 2025-01-29 | 2025-01-31
2025-02-03 | in the first half of January | 2025-01-01 | 2025-01-15
2025-02-03 | over the weekend | 2025-02-01 | 2025-02-02
2025-02-03 | at the weekend | 2025-02-01 | 2025-02-02
2025-02-03 | this week | 2025-02-03 | 2025-02-03
2025-02-03 | late last week | 2025-01-31 | 2025-02-02
2025-02-03 | in the middle of last week | 2025-01-29 | 2025-01-30
2025-02-03 | late last month | 2025-01-21 | 2025-01-31
2025-02-03 | early this month | 2025-02-01 | 2025-02-10
2025-02-03 | year-to-date | 2025-01-01 | 2025-02-03
2025-02-03 | so far in 2025 | 2025-01-01 | 2025-02-03
2025-02-03 | last January | 2025-01-01 | 2025-01-31
2025-02-03 | in early January | 2025-01-01 | 2025-01-10
2025-02-03 | by year-end | | 2025-12-31
2025-02-03 | by the end of 2024 | | 2024-12-31
2025-02-03 | toward the end of last year | 2024-12-01 | 2024-12-31
2025-02-03 | yesterday evening | 2025-02-02 | 2025-02-02
2025-02-03 | overnight | 2025-02-02 | 2025-02-03
2025-02-03 | since Saturday | 2025-02-01 | 2025-02-03
2025-02-03 | from Friday to Sunday | 2025-01-31 | 2025-02-02
2025-02-03 | Thursday and Friday | 2025-01-30 | 2025-01-31
2025-02-03 | since the end of November | 2024-11-30 | 2025-02-03
2025-02-03 | in late 2023 and early 2024 | 2023-09-01 | 2024-04-30
2025-02-03 | mid-2010s | 2014-01-01 | 2016-12-31
2025-02-03 | before the 1990s | | 1989-12-31
2025-02-03 | through 2023 | | 2023-12-31
2025-02-03 | 15.01.2025 | 2025-01-15 | 2025-01-15
2025-02-03 | 31/12/2024 | 2024-12-31 | 2024-12-31
2025-02-03 | the year before last | 2023-01-01 | 2023-12-31
2025-02-03 | in the last decade | 2015-02-03 | 2025-02-03
2023-10-28 | over the past weekend | 2023-10-21 | 2023-10-22
2023-10-28 | on Saturday | 2023-10-28 | 2023-10-28
2023-10-28 | last Saturday | 2023-10-21 | 2023-10-21
2023-10-28 | in the last quarter | 2023-07-01 | 2023-09-30
2023-10-28 | between 7 and 27 October | 2023-10-07 | 2023-10-27
2023-10-28 | as of 10 p.m. Friday | 2023-10-27 | 2023-10-27
2023-10-28 | as of October 27, 2023 | 2023-10-27 | 2023-10-27
2023-10-28 | from 7 October | 2023-10-07 | 2023-10-28
2023-10-28 | this month alone | 2023-10-01 | 2023-10-28
2023-10-28 | the past year and a half | 2022-04-28 | 2023-10-28
2023-10-28 | the first ten months of 2023 | 2023-01-01 | 2023-10-31
2023-10-28 | the second week of this month | 2023-10-08 | 2023-10-14
2023-10-28 | in Aug. and Sept. 2023 | 2023-08-01 | 2023-09-30
2023-10-28 | on the last day of September | 2023-09-30 | 2023-09-30
2023-10-28 | in the week to 22 October | 2023-10-16 | 2023-10-22
2023-10-28 | starting in August | 2023-08-01 | 2023-10-28
2023-10-28 | half a year ago | 2023-04-01 | 2023-04-30
2024-08-14 | since the first week of July | 2024-07-01 | 2024-08-14
2024-08-14 | by the third week of May | | 2024-05-21
2024-08-14 | between the start of June and mid-July | 2024-06-01 | 2024-07-20
2024-08-14 | between late 2021 and the end of 2022 | 2021-09-01 | 2022-12-31
2024-08-14 | from the beginning of March until the end of May | 2024-03-01 | 2024-05-31
2024-08-14 | from the second half of 2022 to the first quarter of 2024 | 2022-07-01 | 2024-03-31
2024-08-14 | from February 24, 2022 to August 13, 2024 | 2022-02-24 | 2024-08-13
2024-08-14 | February 24, 2022 – August 13, 2024 | 2022-02-24 | 2024-08-13
2024-08-14 | on the evening of August 6 | 2024-08-06 | 2024-08-06
2024-08-14 | in the pre-dawn hours of August 6 | 2024-08-06 | 2024-08-06
2024-08-14 | Tuesday night | 2024-08-13 | 2024-08-13
2024-08-14 | late Tuesday | 2024-08-13 | 2024-08-13
2024-08-14 | early on Wednesday | 2024-08-14 | 2024-08-14
2024-08-14 | since Tuesday evening | 2024-08-13 | 2024-08-14
2024-08-14 | by 9 a.m. on August 12 | | 2024-08-12
2024-08-14 | as of 7:30 p.m. Monday | 2024-08-12 | 2024-08-12
2024-08-14 | until Sunday | | 2024-08-11
2024-08-14 | before Friday | | 2024-08-08
2024-08-14 | prior to last week | | 2024-08-04
2024-08-14 | after last Tuesday | 2024-08-14 | 2024-08-14
2024-08-14 | this Sunday | 2024-08-18 | 2024-08-18
2024-08-14 | the first quarter of last year | 2023-01-01 | 2023-03-31
2024-08-14 | the second quarter | 2024-04-01 | 2024-06-30
2024-08-14 | the third quarter | 2023-07-01 | 2023-09-30
2024-08-14 | 3Q23 | 2023-07-01 | 2023-09-30
2024-08-14 | H2 of last year | 2023-07-01 | 2023-12-31
2024-08-14 | 2H22 | 2022-07-01 | 2022-12-31
2024-08-14 | since Q2 2023 | 2023-04-01 | 2024-08-14
2024-08-14 | through Q1 2024 | | 2024-03-31
2024-08-14 | Q2-Q4 2023 | 2023-04-01 | 2023-12-31
2024-08-14 | the first seven months of the year | 2024-01-01 | 2024-07-31
2024-08-14 | in the first two months of 2022 | 2022-01-01 | 2022-02-28
2024-08-14 | the last two weeks of July | 2024-07-18 | 2024-07-31
2024-08-14 | the last 5 days of June | 2024-06-26 | 2024-06-30
2024-08-14 | first three weeks of June | 2024-06-01 | 2024-06-21
2024-08-14 | in the second half of July | 2024-07-16 | 2024-07-31
2024-08-14 | from mid to late July | 2024-07-11 | 2024-07-31
2024-08-14 | late July to mid-August | 2024-07-21 | 2024-08-20
2024-08-14 | early 2022 to mid-2023 | 2022-01-01 | 2023-08-31
2024-08-14 | mid- to late-2022 | 2022-05-01 | 2022-12-31
2024-08-14 | last fall | 2023-09-01 | 2023-11-30
2024-08-14 | this spring | 2024-03-01 | 2024-05-31
2024-08-14 | next summer | 2025-06-01 | 2025-08-31
2024-08-14 | since last autumn | 2023-09-01 | 2024-08-14
2024-08-14 | in the spring | 2024-03-01 | 2024-05-31
2024-08-14 | summer | 2023-06-01 | 2023-08-31
2024-08-14 | winter 2023 | 2023-12-01 | 2024-02-29
2024-08-14 | between autumn 2022 and spring 2023 | 2022-09-01 | 2023-05-31
2024-08-14 | by the spring of 2023 | | 2023-05-31
2024-08-14 | early last year | 2023-01-01 | 2023-04-30
2024-08-14 | since early this year | 2024-01-01 | 2024-08-14
2024-08-14 | at the start of last year | 2023-01-01 | 2023-01-31
2024-08-14 | as of the start of last year | 2023-01-01 | 2023-01-01
2024-08-14 | from the start of the year to the end of July | 2024-01-01 | 2024-07-31
2024-08-14 | beginning of this month | 2024-08-01 | 2024-08-10
2024-08-14 | end of last week | 2024-08-09 | 2024-08-11
2024-08-14 | mid last week | 2024-08-07 | 2024-08-08
2024-08-14 | in the past five days | 2024-08-09 | 2024-08-14
2024-08-14 | last three weeks | 2024-07-24 | 2024-08-14
2024-08-14 | over the past half year | 2024-02-14 | 2024-08-14
2024-08-14 | over the past two decades | 2004-08-14 | 2024-08-14
2024-08-14 | in the past month | 2024-07-14 | 2024-08-14
2024-08-14 | in the past year | 2023-08-14 | 2024-08-14
2024-08-14 | a month ago | 2024-07-01 | 2024-07-31
2024-08-14 | a year ago | 2023-01-01 | 2023-12-31
2024-08-14 | six weeks ago | 2024-07-01 | 2024-07-07
2024-08-14 | a day ago | 2024-08-13 | 2024-08-13
2024-08-14 | before three months ago | | 2024-04-30
2024-08-14 | until two weeks ago | | 2024-08-04
2024-08-14 | December last year | 2023-12-01 | 2023-12-31
2024-08-14 | the end of May last year | 2023-05-21 | 2023-05-31
2024-08-14 | by the end of May last year | | 2023-05-31
2024-08-14 | mid-June of last year | 2023-06-11 | 2023-06-20
2024-08-14 | 1 and 2 September last year | 2023-09-01 | 2023-09-02
2024-08-14 | September 3 and 4 of last year | 2023-09-03 | 2023-09-04
2024-08-14 | from March to May of last year | 2023-03-01 | 2023-05-31
2024-08-14 | last July | 2024-07-01 | 2024-07-31
2024-08-14 | last August | 2023-08-01 | 2023-08-31
2024-08-14 | in August | 2024-08-01 | 2024-08-31
2024-08-14 | Aug. 14 | 2024-08-14 | 2024-08-14
2024-08-14 | 15 August | 2023-08-15 | 2023-08-15
2024-08-14 | the year to 30 June 2024 | 2023-07-01 | 2024-06-30
2024-08-14 | the 6 months to July 2024 | 2024-02-01 | 2024-07-31
2024-08-14 | the 12 months to 15 May 2024 | 2023-05-16 | 2024-05-15
2024-08-14 | the two weeks to 11 August | 2024-07-29 | 2024-08-11
2024-08-14 | week ending August 4 | 2024-07-29 | 2024-08-04
2024-08-14 | the week of August 7 | 2024-08-05 | 2024-08-11
2024-08-14 | around August 6 | 2024-08-05 | 2024-08-07
2024-08-14 | around 2016 | 2015-01-01 | 2017-12-31
2024-08-14 | circa March 2022 | 2022-02-01 | 2022-04-30
2024-08-14 | about 6 August 2024 | 2024-08-05 | 2024-08-07
2024-08-14 | recent years | 2019-08-14 | 2024-08-14
2024-08-14 | earlier this summer | 2024-06-01 | 2024-08-14
2024-08-14 | this year alone | 2024-01-01 | 2024-08-14
2024-08-14 | month to date | 2024-08-01 | 2024-08-14
2024-08-14 | the mid-1980s | 1984-01-01 | 1986-12-31
2024-08-14 | in the late 1970s and early 1980s | 1977-01-01 | 1983-12-31
2024-08-14 | between the late 1990s and 2003 | 1997-01-01 | 2003-12-31
2024-08-14 | 2014-2022 | 2014-01-01 | 2022-12-31
2024-08-14 | from 2014 to early this year | 2014-01-01 | 2024-04-30
2024-08-14 | since 06.08.2024 | 2024-08-06 | 2024-08-14
2024-08-14 | 2024-08-06 | 2024-08-06 | 2024-08-06
2024-08-14 | 2024-06/2024-07 | 2024-06-01 | 2024-07-31
2024-08-14 | Thursday, 8 August 2024 | 2024-08-08 | 2024-08-08
2024-08-14 | the night of August 5-6 | 2024-08-05 | 2024-08-06
2024-08-14 | overnight on Tuesday | 2024-08-13 | 2024-08-13
2024-08-14 | last weekend | 2024-08-10 | 2024-08-11
2024-08-14 | since last weekend | 2024-08-10 | 2024-08-14
2024-08-14 | the day before yesterday | 2024-08-12 | 2024-08-12
2024-08-14 | in the last 12 months | 2023-08-14 | 2024-08-14
2024-08-14 | at the end of the second quarter | 2024-06-01 | 2024-06-30
2024-08-14 | from Thursday until Saturday | 2024-08-08 | 2024-08-10
2024-11-05 | the start of the year to June | 2024-01-01 | 2024-06-30
2024-11-05 | early last year to the end of May | 2023-01-01 | 2024-05-31
2024-11-05 | from the start of 2023 to the end of the year | 2023-01-01 | 2023-12-31
"""
