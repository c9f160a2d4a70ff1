package jp.kodama;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The tree's own rules. */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("jp.kodama");

	@Test
	void packagesUseOnlyWhatOthersOffer() {
		ApplicationModules.of(KodamaApplication.class).verify();
	}

	@Test
	void channelsDoNotKnowEachOther() {
		slices().matching("jp.kodama.channel.(*)..").should().notDependOnEachOther().check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("jp.kodama.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void theAlertDependsOnNothingOfOurs() {
		noClasses().that()
			.resideInAPackage("jp.kodama.alert..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jp.kodama.audience..", "jp.kodama.rendering..", "jp.kodama.delivery..",
					"jp.kodama.receipt..", "jp.kodama.store..", "jp.kodama.intake..", "jp.kodama.console..")
			.check(CLASSES);
	}

	@Test
	void everyPackageSaysWhatMayBeNull() {
		assertThat(CLASSES.stream().map((type) -> type.getPackage()).distinct()).filteredOn(ArchitectureTests::ours)
			.isNotEmpty()
			.allSatisfy((one) -> assertThat(one.isAnnotatedWith(NullMarked.class)).as(one.getName()).isTrue());
	}

	private static boolean ours(JavaPackage one) {
		return one.getName().startsWith("jp.kodama");
	}

}
