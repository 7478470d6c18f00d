"""Names of countries as careless imprints have them where a city belongs.

Source: the short names of ISO 3166-1 in English, with common abbreviations; states that are cities
(Singapore, Monaco, Luxembourg, San Marino, Vatican City) and names that cities bear too (Mexico, Guatemala,
Panama, Kuwait, Djibouti) are left out.  Taiwan is in the list as a place without city, whatever its status.
"""

from __future__ import annotations

_NAMES = frozenset(
    name.strip()
    for name in """
    us, usa, u.s, u.s.a, united states, united states of america, america, uk, u.k, united kingdom, great
    britain, england, scotland, wales, ireland, france, germany, west germany, east germany, gdr, frg,
    austria, switzerland, italy, spain, portugal, netherlands, the netherlands, holland, belgium, denmark,
    norway, sweden, finland, iceland, poland, czechoslovakia, czech republic, slovakia, hungary, romania,
    bulgaria, yugoslavia, serbia, croatia, slovenia, albania, greece, turkey, cyprus, russia, soviet
    union, ussr, u.s.s.r, ukraine, belarus, estonia, latvia, lithuania, armenia, azerbaijan, kazakhstan,
    uzbekistan, mongolia, china, prc, taiwan, japan, korea, south korea, north korea, dprk, vietnam, north
    vietnam, south vietnam, laos, cambodia, thailand, burma, myanmar, malaysia, indonesia, philippines,
    the philippines, india, pakistan, bangladesh, sri lanka, nepal, afghanistan, iran, iraq, syria,
    lebanon, israel, jordan, saudi arabia, egypt, libya, tunisia, algeria, morocco, sudan, ethiopia,
    kenya, uganda, tanzania, nigeria, ghana, south africa, australia, new zealand, canada, brazil,
    argentina, chile, peru, bolivia, colombia, venezuela, cuba
    """.replace("\n", " ").split(",")
)


def is_country(place: str) -> bool:
    """Whether *place* is a country and no city."""
    return place.strip(" .[]").casefold() in _NAMES
