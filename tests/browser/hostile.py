"""Names that try to run: as HTML, as JavaScript, as a template on the server, or in the regexes on the way."""

TEXTS = [
    "${document.title='owned'}",
    "`${document.title='owned'}`",
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "{{ 7 * 7 }}",
    "{% for x in range(3) %}x{% endfor %}",
    "{# a comment #}",
    "{{'map_div'}}",
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "\\",
    "\\u003c \\' \\\" */ //",
    "alert(coords);",
    "map_div feature_group_0 _0",
    "line\nbreak\u2028and\u2029more",
    "');document.title='owned';//",
]
