"""Search: its configurations and columns, and a mark on all that is public, since the words are yet to be gathered."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

from cms.publishing import search_configuration

MARK_ALL = """
INSERT INTO publishing_mark (key, at, source, urgency, kind, note, attempts, error)
SELECT key, now(), false, 0, '', '', 0, '' FROM publishing_current
"""


def install(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        search_configuration.install(cursor)


def remove(apps, schema_editor):
    schema_editor.execute(search_configuration.REMOVE)


class Migration(migrations.Migration):

    dependencies = [
        ('publishing', '0002_time_and_order_of_the_ledger'),
    ]

    operations = [
        migrations.RunPython(install, remove),
        migrations.AddField(
            model_name='current',
            name='folded',
            field=models.TextField(db_collation='C', default=''),
        ),
        migrations.AddField(
            model_name='current',
            name='words',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
        ),
        migrations.AddField(
            model_name='current',
            name='search',
            field=models.GeneratedField(db_persist=True, expression=models.Func('locale', 'words', function='publishing_search'), output_field=django.contrib.postgres.search.SearchVectorField()),
        ),
        migrations.AddField(
            model_name='current',
            name='headline',
            field=models.GeneratedField(db_persist=True, expression=models.Func('locale', 'words', function='publishing_headline'), output_field=django.contrib.postgres.search.SearchVectorField()),
        ),
        migrations.AddIndex(
            model_name='current',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='publishing_search'),
        ),
        migrations.AddIndex(
            model_name='current',
            index=django.contrib.postgres.indexes.GinIndex(fields=['folded'], name='publishing_folded', opclasses=['gin_trgm_ops']),
        ),
        migrations.RunSQL("ALTER TABLE publishing_current ALTER COLUMN headline SET STORAGE MAIN", migrations.RunSQL.noop),
        migrations.RunSQL(MARK_ALL, migrations.RunSQL.noop),
    ]
