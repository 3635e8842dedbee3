"""Named events: what is and is not an event in a sentence."""

import pytest

from dashboard.extraction.events.named.reference import named_events
from tests.extraction.events.event_case import events_of

EVENTS = [
    # words, the document's date, key of the event meant, why
    ("The first time he had met the Generalissimo at Yalta he spoke.", "1945-12-19", "yalta-conference", "met at"),
    ("This was agreed at Yalta.", "1946-02-01", "yalta-conference", "agreed at"),
    (
        "Nearly all issues of SALT II have been resolved.",
        "1979-01-23",
        "salt-ii-negotiations",
        "before the treaty: what leads to it",
    ),
    (
        "In the SALT II negotiations we protected our freedom; the treaty rests.",
        "1979-12-12",
        "salt-ii-negotiations",
        "not the treaty",
    ),
    (
        "This Government is interested in the settlement of the Leticia dispute.",
        "1934-02-20",
        "leticia-conflict",
        "the conflict, not the deed it began with",
    ),
    (
        "The terms were discussed before the conference at Versailles, and the armistice came.",
        "1918-11-12",
        "inter-allied-versailles-1918",
        "the last before the document",
    ),
    (
        "The fate of Hitler is political; this was expressed in the Moscow Declaration.",
        "1944-09-17",
        "moscow-declaration-atrocities-1943",
        "of several of that name the one whose matter is told",
    ),
    (
        "Uruguay may be among the first signers of the Montevideo agreement.",
        "1934-08-10",
        "montevideo-mfn-agreement",
        "not the conference",
    ),
    (
        "The second is a Framework for the Conclusion of a Peace Treaty Between Egypt and Israel.",
        "1978-09-18",
        "camp-david-accords",
        "not the treaty it foresees",
    ),
    (
        "The Russian revolution is sure to be felt in Bulgaria.",
        "1917-12-22",
        "russian-revolution-1917",
        "either revolution of the year",
    ),
    (
        "It went beyond the treaty of Paris; prizes are excluded.",
        "1861-08-23",
        "declaration-of-paris-1856",
        "of prizes the Declaration speaks",
    ),
    ("As to the interpretation of the Berlin agreement they differed.", "1945-12-19", "potsdam-agreement", "agreement"),
    ("The Moscow Conference of Foreign Ministers met.", "1945-12-19", "moscow-conference-1945", "going on that day"),
    ("He recalled the Moscow Conference.", "1944-05-01", "moscow-conference-1943", "the last one before"),
    ("The Moscow Conference failed.", "1947-06-01", "moscow-cfm-1947", "the last one before"),
    ("He had gone to the London Conference.", "1945-12-19", "london-cfm-1945", "the last one before"),
    ("Had we not decided to invade Europe through Normandy?", "1945-12-19", "normandy-landing", "a way of saying it"),
    ("Signed the Declaration at Tehran and left.", "1945-12-19", "tehran-conference", "signed at"),
    ("Consider all the implications of Octagon.", "1944-08-08", "quebec-conference-1944", "a code name"),
    (
        "He chose delegates to the Central American Conference.",
        "1934-03-01",
        "central-american-conference-1934",
        "next",
    ),
    (
        "Both recalled the Geneva Conference with the Arabs.",
        "1977-10-04",
        "geneva-me-conference-1973",
        "near",
    ),
    (
        "They demand that Israel give up what it took in the 1967 war with Egypt.",
        "1977-06-17",
        "six-day-war",
        "by year",
    ),
    ("The crisis was caused by a rebellion in Leticia.", "1934-04-06", "leticia-incident", "one that was"),
    (
        "Since Yalta, as the Yalta Conference shows, much has changed.",
        "1969-05-01",
        "yalta-conference",
        "only one such",
    ),
    ("Article 103 of the proposed Charter of the United Nations", "1945-07-31", "un-charter", "hardly over"),
    (
        "He read the American Convention.\nIt protects human beings.",
        "1977-05-01",
        "american-convention-human-rights",
        "company",
    ),
    (
        "The accession of the United States to the treaty of Paris would end privateering.",
        "1861-06-07",
        "declaration-of-paris-1856",
        "its articles on the law of the sea",
    ),
    (
        "He declared the amendment to the treaty of Paris inadmissible.",
        "1861-08-05",
        "declaration-of-paris-1856",
        "Marcy’s",
    ),
    ("The Crimea was settled by the treaty of Paris.", "1861-06-07", "treaty-of-paris-1856", "without its company"),
    (
        "They ratified the Hague Convention for the pacific settlement of disputes.",
        "1934-07-12",
        "hague-conventions",
        "either",
    ),
    ("The Hague Convention of 1907 binds them.", "1934-07-12", "hague-conventions-1907", "its year is told"),
    (
        "Said GOL is responsible under GAA. Syria and Israel met.",
        "1967-05-12",
        "lebanon-israel-armistice-1949",
        "GOL",
    ),
    (
        "The Anglo-Iraqi treaty was initialed this afternoon.",
        "1948-01-10",
        "portsmouth-treaty-1948",
        "the one being made",
    ),
    (
        "They sent a copy of the Anglo-Iraqi Treaty of 1930.",
        "1948-01-10",
        "anglo-iraqi-treaty-1930",
        "its year is told",
    ),
    (
        "The high tide of Arab Summit solidarity receded.",
        "1965-07-19",
        "alexandria-summit-1964",
        "what was, not the next",
    ),
    ("Hussein will attend the coming Arab Summit.", "1965-07-19", "casablanca-summit-1965", "the next"),
    (
        "The wrong done to Bulgaria in the treaty of Bucharest rankles.",
        "1917-12-22",
        "treaty-of-bucharest-1913",
        "done",
    ),
    ("Congress has the Marshall Plan before it.", "1948-02-10", "marshall-plan", "talked of since June 1947"),
    (
        "The President proclaimed the blockade of the ports of Virginia and North Carolina.",
        "1861-05-11",
        "lincoln-blockade-virginia",
        "the second proclamation",
    ),
    (
        "The Moscow Declaration gave the Advisory Council a part in the control of Italy.",
        "1944-09-04",
        "moscow-declaration-italy-1943",
        "of three declarations",
    ),
    (
        "The Republic will attend the Hague conference once restored.",
        "1949-06-09",
        "round-table-conference-1949",
        "called",
    ),
    (
        "The Moscow Declaration says so of the war criminals.",
        "1944-09-04",
        "moscow-declaration-atrocities-1943",
        "of three declarations",
    ),
    ("He criticised the ENDC.", "1964-04-01", "eighteen-nation-disarmament", "two years after it opened"),
    ("The Monroe Doctrine was recalled.", "1934-10-01", "monroe-doctrine", "a name that lasts"),
    ("the proclamation of the independence of Panama", "1920-05-01", "panama-independence", "where it began"),
    (
        "The Italian press has changed its tone since the signing of the armistice.",
        "1918-11-15",
        "villa-giusti-armistice",
        "by the state that is named",
    ),
    (
        "Austria changed her flag; Italy saw it. No state at war may, and the armistice was not signed.",
        "1919-01-09",
        "villa-giusti-armistice",
        "by the states of its paragraph",
    ),
    ("The armistice put an end to the war.", "1918-11-15", "armistice-1918", "no state is named"),
    ("The armistice of November 11 ended it.", "1918-12-15", "armistice-1918", "by its day"),
    (
        "They would revise the present long terms of the Italian armistice.",
        "1944-09-19",
        "italian-long-terms-1943",
        "not the armistice itself",
    ),
    ("The Italian armistice made it possible.", "1944-09-19", "italian-armistice-1943", "without its long terms"),
    ("It began with the North African landings.", "1943-03-01", "torch", "the landing, not the campaign"),
    (
        "Nasser finds the Secretary’s August 26 speech on Israel vague.",
        "1955-10-28",
        "alpha-dulles-speech-1955",
        "the day first",
    ),
    (
        "The Arabs take their stand on the 1947 UN resolution.",
        "1955-11-09",
        "palestine-partition-resolution",
        "by its year, in the company of the Arabs",
    ),
    (
        "They deem it defiance by the Netherlands of SC Res Jan 28.",
        "1949-04-04",
        "indonesia-resolution-january-1949",
        "by its day, in the company of a party",
    ),
    (
        "Pakistan and India were asked to accept the UNCIP resolution of August 13.",
        "1948-11-26",
        "kashmir-resolution-august-1948",
        "by its day, in the company of its parties",
    ),
    (
        "The Republicans will return to Jogja by the May 7 agreement with the Dutch.",
        "1949-06-09",
        "roem-van-roijen-agreement",
        "by its day",
    ),
    (
        "Israel and Egypt are at odds. Gohar called it the worst since signature armistice agreement. Egypt and Israel"
        " patrol.",
        "1955-03-01",
        "egypt-israel-armistice-1949",
        "a noun of several, in a paper on its two states alone",
    ),
]


@pytest.mark.parametrize(("words", "own", "key", "why"), EVENTS)
def test_named(words: str, own: str, key: str, why: str) -> None:
    """The event meant is found, dated by the list, inferred."""
    events = [event for event in events_of(words, own=own) if event.reference]
    assert [event.reference for event in events] == [key], why
    assert events[0].certainty == "inferred"
    assert events[0].date == named_events()[key].date


NO_EVENTS = [
    (
        "Israel and Egypt are at odds, Syria and Jordan and Lebanon too. Changes to armistice agreement. Egypt and"
        " Israel patrol.",
        "1955-03-01",
        "a noun of several, in a paper on more states",
    ),
    ("The road to Yalta was closed by snow.", "1945-12-19", "only a place"),
    ("He arrived at Yalta.", "1946-05-01", "only a place"),
    ("The Consul at Yalta has agreed to report.", "1946-05-01", "a post"),
    ("The meeting was held at Yalta last week.", "1975-05-01", "thirty years on, the place is a place again"),
    ("The Yalta Conference was not yet thought of.", "1940-01-01", "not before it was"),
    ("The project is described in Octagon 10, sent from Washington.", "1944-09-14", "the number of a telegram"),
    ("Oil will be a virtual “Marshall Plan for the Near East”.", "1948-05-01", "another is none of them"),
    ("The delegate to the North Atlantic Treaty Organization wrote.", "1955-05-01", "the body, not the treaty"),
    ("Vance and Gromyko met to discuss SALT II.", "1977-06-30", "the talks, two years before the treaty"),
    (
        "They asked for changes to armistice agreement with the Arabs at large. Israel and Egypt met.",
        "1955-09-21",
        "any",
    ),
    ("Jordan bears a burden from the Palestine hostilities, now sporadic.", "1955-01-14", "others, going on"),
    ("The Camp David discussions were very helpful.", "1978-04-19", "no summit was called yet"),
    ("The Republic refused to attend the Hague conference.", "1949-03-02", "another was called first"),
    ("In 1913 a Tripartite Conference was held in Simla.", "1943-04-19", "one of long before"),
    ("It should be also a Chinese Peace Conference.", "1918-12-04", "another"),
    ("Production is set at 18 months after the defeat of Germany.", "", "hoped for in a paper without a date"),
    ("The prelude may be an invasion of Italy from the west.", "1944-09-02", "one that may come"),
    ("It is a Middle East Locarno Pact.", "1948-04-06", "one like it"),
    ("He quashed the idea of a Marshall Plan for South Asia.", "1948-04-20", "one like it"),
    ("Plans were made in the case of the collapse or sudden surrender of Germany.", "1945-06-01", "for a case"),
    ("The German capitulation to Nasser was a blow.", "1965-02-15", "giving way"),
    ("The McGovern–Byrd amendment passed.", "1978-08-04", "of two names"),
    ("Salvador proposed a Chaco armistice.", "1934-11-22", "no talks on the later one had begun"),
    ("The Brussels Treaty Powers asked for equality.", "1949-04-02", "states"),
    ("Strengthen the OAS and the Andean Pact.", "1980-12-03", "an organisation"),
    ("Meetings were held in the Long Gallery at Lancaster House.", "1979-10-11", "a house"),
    (
        "For more on the talks, see Foreign Relations, 1969–1976, vol. XXXIII, SALT II, signed.",
        "1979-09-01",
        "a volume",
    ),
    ("They agreed on Hague Convention and on Jogja.", "1949-05-05", "needs its company"),
    ("Approve the Minute of the Tripartite meeting at Geneva of Foreign Ministers.", "1955-11-21", "of three"),
    ("Shall Brazil sit in the present Allied conferences at Versailles?", "1918-11-15", "others, going on"),
    ("We are co-chairmen of the prospective Geneva conference on Israel.", "1977-07-21", "one to come"),
    ("The Iranian note is a good presentation of the Iranian case.", "1948-04-03", "an argument"),
    ("Both agreed to reconvene the Geneva Conference with the Arabs.", "1977-10-04", "another session of it"),
    ("Sadat will speak before the Geneva Conference is reconvened.", "1977-10-04", "another session of it"),
    ("He held a meeting of the Guadeloupe type with Carter.", "1980-08-07", "one like it"),
    ("Nasser would try to get out of Arab Summit meetings.", "1966-02-15", "all of them"),
    ("Nobody wants a third Quebec Conference.", "1945-01-07", "one more"),
    ("Troops are paid in the current North African campaign.", "1942-12-04", "going on after the landing"),
    ("He spoke in the debate on the Indian Independence Bill.", "1948-08-06", "a bill"),
    (
        "The last precedent is of 1866 when, after the armistice of Cormons, Italy won it.",
        "1918-11-15",
        "another",
    ),
    ("Bolivia refused the armistice which should end the war.", "1934-01-13", "another, long after"),
    ("See Foreign Relations, 1943, The Conferences at Cairo and Tehran.", "1944-09-04", "a volume"),
    ("See Foreign Relations, The Conferences at Cairo and Tehran, 1943, p. 765.", "1944-09-04", "a volume"),
    (
        "See Foreign Relations, The Conferences at Washington, 1941–1942, and Casablanca, 1943, pp. 61 ff.",
        "1944-09-11",
        "the second name in its title",
    ),
    ("See Foreign Relations, 1961–1963, vol. XI, Cuban Missile Crisis and Aftermath.", "1979-10-01", "a volume"),
    ("The 1,000 in operation are World War II vintage.", "1967-05-20", "how old a thing is"),
    ("I recommend the Quadrant area for our meeting.", "1944-08-10", "a town, in cipher"),
    ("The post-World War II period is over.", "1977-06-30", "an age"),
    ("Three Presidents have spent six years negotiating SALT II, a treaty to be.", "1979-04-25", "not signed yet"),
    ("They decided to forgo the Geneva spirit.", "1955-11-09", "a temper"),
    ("The NPT review conference will soon be on us.", "1979-09-01", "another, on the treaty"),
    ("Exploratory conversations continue on the Atlantic Pact.", "1948-10-01", "not agreed yet"),
    ("Congress sees the prospects for a SALT II agreement, a treaty.", "1978-06-07", "not agreed yet"),
    ("Montenegro and Austria had in the days of the armistice soldiers.", "1918-12-10", "the end of a war"),
    ("This was not sent. (Quebec Conference File)", "1944-09-16", "where it is kept"),
    ("Each member is asked for observers for the Kashmir cease-fire.", "1948-08-24", "the one called for then"),
    ("The Allies made a new proposal to the Warsaw Pact, and signed nothing.", "1978-05-30", "an organisation"),
    ("This weapon will serve us after the peace conference has assembled.", "1917-12-22", "in a year or never"),
    ("1959, p. 268, in the series United States Army in World War II: Special Studies.", "1946-01-25", "a series"),
    ("See Report of the Delegates to the Yalta Conference, pp. 18–19.", "1946-01-25", "a report"),
    (
        "See Report on the Assassination of President John F. Kennedy (Washington: Printing Office, 1964).",
        "1966-09-28",
        "a book",
    ),
    (
        "(“Senate Unit Opposes the Yalta Conference Terms,” The Washington Post, January 31, 1947, p. 1)",
        "1947-02-01",
        "an article",
    ),
]


@pytest.mark.parametrize(("words", "own", "why"), NO_EVENTS)
def test_no_named_event(words: str, own: str, why: str) -> None:
    """A place that is only a place stays one, and nothing is named long before it happens."""
    assert [event.reference for event in events_of(words, own=own) if event.reference] == [], why
