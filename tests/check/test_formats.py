"""Problems for programs: valid SARIF, and links to the rules' page where there is one."""

import json
from pathlib import Path

from folders import PROJECTS
from jsonschema import Draft4Validator

from dateline.api import Project, check_project, format_problems

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
PAGE = "https://code.example/team/site/blob/HEAD/docs/rules.md"


def log(rules_url: str) -> dict:
    problems = check_project(Project.open(PROJECTS / "everything-wrong")).problems
    text = format_problems(problems, form="sarif", rules_url=rules_url)
    parsed = json.loads(text)
    assert len(parsed["runs"][0]["results"]) == len(problems) > 0
    return parsed


def test_sarif_is_valid() -> None:
    Draft4Validator.check_schema(SCHEMA)
    assert list(Draft4Validator(SCHEMA).iter_errors(log(PAGE))) == []
    assert list(Draft4Validator(SCHEMA).iter_errors(json.loads(format_problems([], form="sarif")))) == []
    assert not Draft4Validator(SCHEMA).is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_sarif_leads_to_the_rules() -> None:
    rules = log(PAGE)["runs"][0]["tool"]["driver"]["rules"]
    assert all(rule["helpUri"] == f"{PAGE}#{rule['id']}" for rule in rules)
    assert not any("helpUri" in rule for rule in log("")["runs"][0]["tool"]["driver"]["rules"])


def test_page_of_the_rules_is_the_project_s_or_none(tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("repo_url: https://code.example/team/site/\n", encoding="utf-8")
    assert Project.open(tmp_path).rules_url == ""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "rules.md").write_text("# Rules\n", encoding="utf-8")
    assert Project.open(tmp_path).rules_url == PAGE
    settings.write_text("extra: {dateline: {rules_url: https://rules.example/}}\n", encoding="utf-8")
    assert Project.open(tmp_path).rules_url == "https://rules.example/"
