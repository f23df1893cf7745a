"""From plans to articles: which sentences, in what order, under what headline."""

from __future__ import annotations

import random

from tests.demo.language import Pen, load_patterns
from tests.demo.model import SHARED, Article, Block, Plan, Run, cut_runs, plain, text_of, with_capital
from tests.demo.plan import THEMES

SHARED_SHARE = 0.08
TITLE_LIMIT = 62
LEAST_WORDS = 14

Runs = tuple[Run, ...]


class Writer:
    """What writes all articles of the corpus; it remembers sentences, so that none is written twice by chance."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.used: set[str] = set()
        self.frames = load_patterns("frames")

    def compose(self, plan: Plan) -> Article:
        """The article that a plan asks for."""
        rng = random.Random(f"{self.seed}:{plan.key}")
        spells_out = {"news": 0.9, "letter": 1.0, "speech": 1.0, "vice": 1.0}.get(plan.kind, 0.25)
        pen = Pen(plan.date, rng, plan.place if plan.kind == "region" else "", spells_out, event=plan.event)
        pen.committee = plan.place
        pen.percent = rng.choice(["%", " per cent"])
        main = max(plan.mix, key=lambda theme: plan.mix[theme])
        pen.subject_theme = SHARED if plan.event else main
        pen.subject = self.draw_subject(rng, plan, main)
        writers = {
            "statement": self.write_statement,
            "notice": self.write_notice,
            "news": self.write_news,
            "column": self.write_column,
            "digest": self.write_update,
            "region": self.write_update,
            "speech": self.write_speech,
            "letter": self.write_letter,
            "vice": self.write_vice,
        }
        return writers[plan.kind](pen, plan)

    def draw_subject(self, rng: random.Random, plan: Plan, main: str) -> str:
        """What an article says that it is about: its main theme, sometimes with the second one."""
        if plan.event:
            return f"the {plan.event}"
        subject = rng.choice(load_patterns(main)["subjects"])
        second = sorted(plan.mix, key=lambda theme: -plan.mix[theme])[1]
        if plan.mix[second] > 0.25:
            subject += " and " + rng.choice(load_patterns(second)["subjects"])
        return subject

    def frame(self, pen: Pen, section: str) -> Runs:
        """A line of the kind that frames articles."""
        return pen.write(pen.rng.choice(self.frames[section]), SHARED)

    def new_title(self, pen: Pen, section: str) -> Runs:
        """A headline that no other article has, where that can be."""
        return pen.write_new(self.frames[section], SHARED, self.used) or self.frame(pen, section)

    def new_headline(self, pen: Pen, theme: str) -> Runs:
        """A headline of a theme's news that no other article has, where that can be."""
        lines = load_patterns(theme)["headlines"]
        return pen.write_new(lines, theme, self.used) or pen.write(pen.rng.choice(lines), theme)

    def sentences(self, pen: Pen, plan: Plan, *, speaks: bool, n_words: int) -> dict[str, list[Runs]]:
        """New sentences by theme, as many words of each as the plan's mix asks for."""
        wanted = {theme: share * n_words for theme, share in plan.mix.items()} | {SHARED: SHARED_SHARE * n_words}
        wanted = {theme: words for theme, words in wanted.items() if words >= LEAST_WORDS or theme == SHARED}
        found: dict[str, list[Runs]] = {}
        for theme in sorted(wanted):
            lines = load_patterns(theme)["sentences"]
            able = [line for line in lines if not line.startswith(">" if speaks else "!") and line not in pen.drawn]
            count, chosen = 0, []
            while count < wanted[theme] - 8 and able:
                line = pen.rng.choice(able)
                able.remove(line)
                pen.drawn.add(line)
                runs = pen.write_new((line,), theme, self.used)
                if runs is None:
                    continue
                chosen.append(runs)
                count += len(text_of(runs).split())
            if chosen:
                found[theme] = chosen
        return found

    def paragraphs(self, pen: Pen, found: dict[str, list[Runs]], *, longest: int) -> list[tuple[str, Runs]]:
        """Paragraphs of one theme each, in drawn order; a sentence on common ground now and then closes one."""
        common = list(found.get(SHARED, []))
        made: list[tuple[str, Runs]] = []
        themes = [theme for theme in THEMES if theme in found]
        pen.rng.shuffle(themes)
        for theme in themes:
            rest = found[theme]
            while rest:
                take = pen.rng.randint(min(2, longest), longest)
                part, rest = rest[:take], rest[take:]
                if common and pen.rng.random() < 0.5:
                    part = [*part, common.pop()]
                made.append((theme, join(part)))
        while common:
            made.append((SHARED, join(common[:3])))
            common = common[3:]
        return made

    def write_statement(self, pen: Pen, plan: Plan) -> Article:
        """A comment: who said it, paragraphs in quotation marks, perhaps an end mark."""
        lead = self.frame(pen, "event_leads" if plan.event else "statement_leads")
        found = self.sentences(pen, plan, speaks=True, n_words=plan.n_words)
        blocks = [Block("paragraph", lead), *quote(self.paragraphs(pen, found, longest=4))]
        mark = pen.rng.choice(["ENDS", "Ends", "ENDS", "-ends-", "", ""])
        if mark:
            blocks.append(Block("endmark", (plain(mark),)))
        return self.article(pen, plan, self.new_title(pen, "statement_titles"), blocks)

    def write_notice(self, pen: Pen, plan: Plan) -> Article:
        """A stub: a sentence or two and a link to something else."""
        blocks = [Block("paragraph", self.frame(pen, "notices"))]
        blocks.append(
            Block("link", (plain(pen.rng.choice(["Read the response", "Open document", "Read the response"])),))
        )
        return self.article(pen, plan, self.new_title(pen, "statement_titles"), blocks)

    def write_update(self, pen: Pen, plan: Plan) -> Article:
        """A region's news or a committee's digest: headings, paragraphs, bullets."""
        month = f"{plan.date:%B %Y}"
        if plan.kind == "region":
            title, opening = pen.write(f"{plan.place} Update - {month}", SHARED), self.frame(pen, "region_openings")
        else:
            title, opening = pen.write(f"Update: {{committee}} - {month}", SHARED), self.frame(pen, "digest_openings")
        found = self.sentences(pen, plan, speaks=False, n_words=plan.n_words)
        blocks = [Block("paragraph", opening)]
        last = ""
        for theme, runs in self.paragraphs(pen, found, longest=3):
            if theme != last and plan.kind == "region":
                blocks.append(self.heading(pen, theme))
            last = theme
            blocks.append(Block("paragraph", runs))
            if pen.rng.random() < 0.25:
                blocks += self.bullets(pen, theme)
        return self.article(pen, plan, title, blocks)

    def heading(self, pen: Pen, theme: str) -> Block:
        """A heading over a theme's paragraphs."""
        return Block("heading", (plain(pen.rng.choice(load_patterns(theme)["headings"]), theme),))

    def bullets(self, pen: Pen, theme: str) -> list[Block]:
        """A line that opens a list, and its items."""
        items = pen.rng.sample(load_patterns(theme)["bullets"], pen.rng.randint(3, 4))
        opening = pen.rng.choice(
            ["Work in hand includes:", "Priorities agreed for the coming months:", "Also discussed:"]
        )
        return [Block("paragraph", (plain(opening),)), *(Block("bullet", (plain(item, theme),)) for item in items)]

    def write_speech(self, pen: Pen, plan: Plan) -> Article:
        """A press release on a speech: the speech by parts, each under a heading, then notes."""
        blocks = [Block("paragraph", self.frame(pen, "speech_leads"))]
        found = self.sentences(pen, plan, speaks=True, n_words=plan.n_words)
        last = ""
        for theme, runs in self.paragraphs(pen, found, longest=5):
            if theme != last:
                subject = pen.rng.choice(load_patterns(theme)["subjects"])
                blocks.append(Block("heading", (plain("On "), plain(subject, theme))))
            last = theme
            blocks.append(Block("paragraph", (plain("“"), *runs, plain("”"))))
        blocks.append(Block("endmark", (plain("ENDS"),)))
        blocks.append(Block("note", (plain("Notes to editors:"),)))
        blocks += [Block("note", (plain("• "), *pen.write(note, SHARED))) for note in self.frames["speech_notes"]]
        return self.article(pen, plan, self.frame(pen, "speech_titles"), blocks)

    def write_column(self, pen: Pen, plan: Plan) -> Article:
        """A column in the president's own voice."""
        found = self.sentences(pen, plan, speaks=True, n_words=plan.n_words)
        paragraphs = [Block("paragraph", runs) for _, runs in self.paragraphs(pen, found, longest=4)]
        opening, closing = (Block("paragraph", self.frame(pen, f"column_{part}")) for part in ("openings", "closings"))
        return self.article(pen, plan, self.new_title(pen, "column_titles"), [opening, *paragraphs, closing])

    def reprint(self, plan: Plan, first: Article) -> Article:
        """A statement as the paper prints it: its own headline and lead, then the statement's own words."""
        pen = Pen(plan.date, random.Random(f"{self.seed}:{plan.key}"), spells_out=0.9)
        main = max(plan.mix, key=lambda theme: plan.mix[theme])
        pen.subject_theme, pen.subject = main, pen.rng.choice(load_patterns(main)["subjects"])
        title = self.new_headline(pen, main)
        lead = Block("paragraph", self.frame(pen, "reprint_leads"))
        body = [block for block in first.blocks if block.kind == "paragraph"]
        return self.article(pen, plan, title, [lead, *body])

    def write_vice(self, pen: Pen, plan: Plan) -> Article:
        """News of who will be vice president next."""
        blocks = [Block("paragraph", self.frame(pen, "vice_texts"))]
        return self.article(pen, plan, self.frame(pen, "vice_titles"), blocks)

    def write_letter(self, pen: Pen, plan: Plan) -> Article:
        """A long reply: numbered paragraphs under headings."""
        found = self.sentences(pen, plan, speaks=True, n_words=plan.n_words)
        blocks = [Block("heading", (plain("Introduction"),)), Block("numbered", self.frame(pen, "letter_openings"))]
        last = ""
        for theme, runs in self.paragraphs(pen, found, longest=4):
            if theme != last:
                blocks.append(self.heading(pen, theme))
            last = theme
            blocks.append(Block("numbered", runs))
        title = pen.write(f"{{assoc!}} response to the {plan.event}", SHARED)
        return self.article(pen, plan, title, blocks)

    def write_news(self, pen: Pen, plan: Plan) -> Article:
        """A news story: short paragraphs, the president quoted, headings between."""
        blocks = [Block("paragraph", self.frame(pen, "news_leads"))]
        reported = self.sentences(pen, plan, speaks=False, n_words=int(plan.n_words * 0.7))
        spoken = self.sentences(pen, plan, speaks=True, n_words=int(plan.n_words * 0.3))
        quotes = [runs for _, runs in self.paragraphs(pen, spoken, longest=2)]
        is_first = True
        for number, (_, runs) in enumerate(self.paragraphs(pen, reported, longest=2)):
            if number and number % 4 == 0:
                blocks.append(Block("heading", self.frame(pen, "news_headings")))
            blocks.append(Block("paragraph", runs))
            if quotes and pen.rng.random() < 0.6:
                blocks.append(Block("paragraph", self.attributed(pen, quotes.pop(0), is_first=is_first)))
                is_first = False
        blocks += [
            Block("paragraph", self.attributed(pen, runs, is_first=is_first and not i)) for i, runs in enumerate(quotes)
        ]
        main = max(plan.mix, key=lambda theme: plan.mix[theme])
        title = self.new_headline(pen, main)
        return self.article(pen, plan, title, blocks)

    def attributed(self, pen: Pen, runs: Runs, *, is_first: bool) -> Runs:
        """A quotation and who said it: the president in full at first, by surname afterwards."""
        holder = pen.fill("president", False, "", SHARED, set())[0]
        if is_first:
            tail = (plain(",” said "), holder, *pen.write(", president of {assoc!}.", SHARED))
        else:
            surname = Run(holder.text.split()[-1], SHARED, holder.mention)
            tail = (plain(",” "), surname, plain(pen.rng.choice([" said.", " added.", " told the paper."])))
        last = runs[-1]
        return (plain("“"), *runs[:-1], Run(last.text.rstrip("."), last.theme, last.mention), *tail)

    def article(self, pen: Pen, plan: Plan, title: Runs, blocks: list[Block]) -> Article:
        """The article with its headline as printed: a long one is cut, as listing pages cut them."""
        title = with_capital(title)
        is_listed = plan.outlet == "union" and plan.kind in ("statement", "notice", "column")
        printed = cut_runs(title, TITLE_LIMIT, "...") if is_listed else title
        return Article(plan, title, tuple(blocks), printed_title=printed)


def join(sentences: list[Runs]) -> Runs:
    """Sentences as one paragraph."""
    joined: list[Run] = []
    for runs in sentences:
        joined += [plain(" "), *runs] if joined else runs
    return tuple(joined)


def quote(paragraphs: list[tuple[str, Runs]]) -> list[Block]:
    """Paragraphs of one speaker: each opens with a quotation mark, only the last one closes."""
    blocks = []
    for number, (_, runs) in enumerate(paragraphs, 1):
        close = (plain("”"),) if number == len(paragraphs) else ()
        blocks.append(Block("paragraph", (plain("“"), *runs, *close)))
    return blocks
